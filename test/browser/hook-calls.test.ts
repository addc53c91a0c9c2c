import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type FrameSite, startFrameSite } from './support/frame-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: FrameSite;
let launched: LaunchedBrowser;
let receiver: Receiver;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startFrameSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

/** Runs a script of the page's own in a fresh page, and gives back what was seen of it, in short. */
async function seenOf(script: string): Promise<readonly string[]> {
  await launched.page.goto(`${site.url}/plain`);
  await receiver.open();
  // The last one tells that all those before it have arrived.
  await launched.page.addScriptTag({ content: `${script}; new Worker('data:,end');` });
  const events = await receiver.until('the end of the script', (seen) =>
    seen.some((event) => event.kind === 'notice' && event.detail === 'data:,end'),
  );
  return events.flatMap(describeEvent);
}

function describeEvent(event: CapturedEvent): string[] {
  if (event.kind === 'call') {
    const { api, method, instance, queued, args } = event;
    const receiver = instance === undefined ? '' : `#${instance}`;
    return [
      `${queued ? 'queued ' : ''}${api}${receiver}.${method}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
    ];
  }
  if (event.kind === 'return') return [`${event.outcome} ${JSON.stringify(event.value)}`];
  if (event.kind === 'notice' && event.detail !== 'data:,end') return [`${event.code} ${event.detail}`];
  return [];
}

describe('every call of an SDK is seen', () => {
  test.each([
    [
      'of an object that is there, with its result',
      `window.cxoneChat = { startChat: ({ id }) => id }; cxoneChat.startChat({ id: 1 });`,
      ['cxoneChat.startChat({"id":1})', 'returned 1'],
    ],
    [
      'of one that was declared with var',
      `var cxoneChat = { startChat() {} }; cxoneChat.startChat();`,
      ['cxoneChat.startChat()', 'returned {"$mark":"undefined"}'],
    ],
    [
      'of one that was defined as a property',
      `Object.defineProperty(window, 'cxoneChat', { value: { startChat() {} }, configurable: true });
       document.dispatchEvent(new Event('readystatechange'));
       cxoneChat.startChat();`,
      ['cxoneChat.startChat()', 'returned {"$mark":"undefined"}'],
    ],
    [
      'that throws',
      `window.cxoneChat = { startChat() { throw new Error('no'); } }; try { cxoneChat.startChat(); } catch {}`,
      ['cxoneChat.startChat()', 'threw {"$mark":"error","value":"Error: no"}'],
    ],
    [
      'of methods that are added later, and of those that replace others',
      `window.cxoneChat = {}; cxoneChat.setCustomField = () => 1; cxoneChat.setCustomField('a', 'b');
       cxoneChat.setCustomField = () => 2; cxoneChat.setCustomField('c');`,
      ['cxoneChat.setCustomField("a", "b")', 'returned 1', 'cxoneChat.setCustomField("c")', 'returned 2'],
    ],
    [
      'of a method that the page took off its object before the call',
      `window.cxoneChat = { startChat: () => 1 }; const { startChat } = cxoneChat; startChat('x');`,
      ['cxoneChat.startChat("x")', 'returned 1'],
    ],
    [
      'of inherited methods, but not of other objects that inherit them',
      `class Sdk { startChat() { return 1; } } window.cxoneChat = new Sdk(); new Sdk().startChat('other');
       cxoneChat.startChat('this');`,
      ['cxoneChat.startChat("this")', 'returned 1'],
    ],
    [
      'of an SDK that replaces another',
      `window.cxoneChat = { startChat: () => 'stub' }; cxoneChat.startChat();
       window.cxoneChat = { startChat: () => 'real' }; cxoneChat.startChat();`,
      ['cxoneChat.startChat()', 'returned "stub"', 'cxoneChat.startChat()', 'returned "real"'],
    ],
    [
      'once, when a wrapper of the page calls the original',
      `window.cxoneChat = { startChat: (options) => options }; const original = cxoneChat.startChat;
       cxoneChat.startChat = (options) => original({ ...options, changed: true }); cxoneChat.startChat({ id: 1 });`,
      ['cxoneChat.startChat({"id":1})', 'returned {"id":1,"changed":true}'],
    ],
    [
      'of a class: its constructor, and the methods of each instance',
      `window.GenesysCloudWebMessaging = class { constructor(config) { this.config = config; } startChat() { return 1; } };
       const one = new GenesysCloudWebMessaging({ a: 1 }); const two = new GenesysCloudWebMessaging(2);
       two.startChat(); one.startChat();`,
      [
        'GenesysCloudWebMessaging#1.constructor({"a":1})',
        'returned {"$mark":"object","name":"","entries":[["config",{"a":1}]],"more":0}',
        'GenesysCloudWebMessaging#2.constructor(2)',
        'returned {"$mark":"object","name":"","entries":[["config",2]],"more":0}',
        'GenesysCloudWebMessaging#2.startChat()',
        'returned 1',
        'GenesysCloudWebMessaging#1.startChat()',
        'returned 1',
      ],
    ],
    [
      'of a subclass of the page, and of an instance that the SDK itself made',
      `class Base { static create() { return new Base(); } startChat() { return 1; } }
       window.GenesysCloudWebMessaging = Base;
       class Own extends GenesysCloudWebMessaging { own() { return 2; } }
       new Own().own(); GenesysCloudWebMessaging.create().startChat();`,
      [
        'GenesysCloudWebMessaging#1.constructor()',
        'returned {"$mark":"object","name":"Own","entries":[],"more":0}',
        'GenesysCloudWebMessaging#1.own()',
        'returned 2',
        'GenesysCloudWebMessaging.create()',
        'returned {"$mark":"object","name":"Base","entries":[],"more":0}',
        'GenesysCloudWebMessaging#2.startChat()',
        'returned 1',
      ],
    ],
    [
      'of a function, and of those that a stub had queued',
      `window.cxone = function () { (cxone.q = cxone.q || []).push(arguments); }; cxone('init', 5290);
       window.cxoneChat = { q: [['startChat', { early: 1 }]] }; cxoneChat.q.push(['identify', 'CRM-1']);
       window.cxoneChat = { startChat: () => 1 };`,
      [
        'cxone.("init", 5290)',
        'returned {"$mark":"undefined"}',
        'queued cxoneChat.startChat({"early":1})',
        'queued cxoneChat.identify("CRM-1")',
      ],
    ],
    [
      'once, when a stub keeps what it was called with',
      `window.cxoneChat = { q: [], startChat(options) { this.q.push(['startChat', options]); } };
       cxoneChat.startChat(1); cxoneChat.startChat(2);`,
      [
        'cxoneChat.startChat(1)',
        'returned {"$mark":"undefined"}',
        'cxoneChat.startChat(2)',
        'returned {"$mark":"undefined"}',
      ],
    ],
    [
      'or it is said that it cannot be',
      `window.cxoneChat = Object.freeze({ startChat() {}, identify() {} }); cxoneChat.startChat();`,
      ['frozen cxoneChat.startChat'],
    ],
    ['and a worker is told of', `new Worker('/worker.js')`, ['worker /worker.js']],
  ])('%s', async (_name, script, expected) => {
    expect(await seenOf(script)).toEqual(expected);
  });
});

test('calls from where the stack ends leave the hook as it was', async () => {
  const seen = await seenOf(`
    window.cxoneChat = { startChat() {}, identify() {} };
    let tries = 0;
    const dive = () => {
      try { dive(); } catch { tries = 300; }
      if (tries-- > 0) try { cxoneChat.startChat(); } catch {}
    };
    dive();
    cxoneChat.startChat('after');
    cxoneChat.identify('after');
  `);
  expect(seen.filter((line) => line.includes('after'))).toEqual([
    'cxoneChat.startChat("after")',
    'cxoneChat.identify("after")',
  ]);
});
