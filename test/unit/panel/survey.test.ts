import { expect, it } from 'vitest';
import { EMPTY_LOG, type Log, receive } from '../../../src/panel/store/log.ts';
import { createSurvey, type PageSurvey } from '../../../src/panel/store/survey.ts';
import { message } from './support.ts';

const TOP = 'https://shop.example/help#chat';
const FRAME = 'https://chat.example/widget';

/** A log of a page from whose documents, each at one of these addresses, something was heard. */
const heard = (...urls: readonly string[]): Log =>
  urls.reduce<Log>(
    (log, url, i) => receive(log, [message({ id: `d${i}`, url, top: i === 0 })], false).log,
    EMPTY_LOG,
  );

/** Looks at a page twice, as when the relays were asked in between and nobody new answered. */
function tellTwice(page: Partial<PageSurvey>, log: Log): readonly string[] {
  const survey = createSurvey();
  const whole = { urls: [], lexical: [], ...page };
  return [survey.read(whole, log, 1), survey.read(whole, log, 2)].flatMap(({ received }) =>
    (received?.message.events ?? []).map((event) =>
      event.kind === 'notice' ? `${event.seq} ${event.code} ${event.detail}` : event.kind,
    ),
  );
}

it('tells of a document that does not answer when it is asked', () => {
  const survey = createSurvey();
  const page = { urls: [TOP, FRAME], lexical: [] };
  expect(survey.read(page, heard(TOP), 1)).toEqual({ received: null, suspects: true });
  const { received, suspects } = survey.read(page, heard(TOP), 2);
  expect(suspects).toBe(false);
  expect(received?.message).toMatchObject({
    document: { wire: true, top: false },
    events: [{ kind: 'notice', seq: 0, time: 2, code: 'unhooked', detail: FRAME }],
  });
  expect(survey.read(page, heard(TOP), 3).received).toBeNull();
});

it('tells nothing of one that answers', () => {
  const survey = createSurvey();
  const page = { urls: [TOP, FRAME], lexical: [] };
  survey.read(page, heard(TOP), 1);
  expect(survey.read(page, heard(TOP, FRAME), 2)).toEqual({ received: null, suspects: false });
});

it('knows a document again under another address that the page gave it', () => {
  expect(tellTwice({ urls: ['https://shop.example/', FRAME] }, heard(TOP, `${FRAME}/room/7`))).toEqual([]);
});

it('tells of the second of two frames of one site when only one speaks', () => {
  const urls = [TOP, `${FRAME}?n=1`, `${FRAME}?n=2`];
  expect(tellTwice({ urls }, heard(TOP, `${FRAME}?n=1`))).toEqual([`0 unhooked ${FRAME}?n=2`]);
});

it('asks nothing of documents that have no address of their own', () => {
  const urls = [TOP, 'data:text/html,x', 'blob:https://shop.example/1', 'chrome-extension://x/page.html'];
  expect(tellTwice({ urls }, heard(TOP))).toEqual([]);
});

it('tells of an SDK that is no property of the window, once for each page', () => {
  expect(tellTwice({ lexical: ['cxoneChat'] }, heard(TOP))).toEqual(['0 not-on-window cxoneChat']);
  const survey = createSurvey();
  const page = { urls: [], lexical: ['cxoneChat'] };
  const first = survey.read(page, heard(TOP), 1).received?.message.document.id;
  const next = receive(heard(TOP), [message({ id: 'next', url: TOP })], false).log;
  const second = survey.read(page, next, 2).received?.message.document.id;
  expect(second).not.toBe(first);
  expect(second).toBeDefined();
});

it('tells nothing as long as nobody has spoken', () => {
  expect(tellTwice({ urls: [TOP], lexical: ['cxoneChat'] }, EMPTY_LOG)).toEqual([]);
});
