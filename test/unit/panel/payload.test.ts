import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import type { Example } from '../../../src/core/checks/check.ts';
import { contentOf, textOf } from '../../../src/panel/payload/content.ts';
import { evidenceByLine, evidenceOf } from '../../../src/panel/payload/evidence.ts';
import { gapsOf } from '../../../src/panel/payload/gaps.ts';
import { type Gap, linesOf, linesOfArguments } from '../../../src/panel/payload/lines.ts';
import { decisiveSource, shortName, sourcesOf } from '../../../src/panel/payload/sources.ts';
import { GOOD, judgedExample, TRANSIENT } from './support.ts';

/** The lines of a value as text, indented. */
function drawn(value: Snapshot, gaps: readonly Gap[] = [], folded: readonly string[] = [], limit = 100) {
  return linesOf(value, { folded: new Set(folded), gaps, limit }).map((line) => {
    const label = line.label === null ? '' : `${line.label}: `;
    return `${'  '.repeat(line.depth)}${label}${shown(line)}`;
  });
}

function shown(line: ReturnType<typeof linesOf>[number]): string {
  switch (line.kind) {
    case 'leaf':
      return JSON.stringify(line.value);
    case 'open':
      return line.folded ?? line.text;
    case 'close':
      return line.text;
    case 'gap':
      return `missing ${line.id}`;
    case 'more':
      return `${line.count} more`;
  }
}

describe('the lines of a payload', () => {
  it('draw objects and arrays as a tree', () => {
    expect(drawn({ a: { b: [1, 'x'] }, 'c d': {} })).toEqual([
      '{',
      '  a: {',
      '    b: [',
      '      1',
      '      "x"',
      '    ]',
      '  }',
      '  "c d": {}',
      '}',
    ]);
  });

  it('name their places as sightings do', () => {
    const lines = linesOf({ a: { 'b c': [1] } }, { folded: new Set(), gaps: [], limit: 100 });
    expect(lines.map(({ path }) => path)).toContain('a["b c"][0]');
  });

  it('hide what stands in a folded container', () => {
    expect(drawn({ a: { b: 1 }, c: 2 }, [], ['a'])).toEqual(['{', '  a: { b: 1 }', '  c: 2', '}']);
  });

  it('say how much of a container was not kept', () => {
    expect(drawn({ $mark: 'array', items: [1], more: 41 })).toEqual(['[', '  1', '  41 more', ']']);
    expect(drawn({ $mark: 'object', name: 'Basket', entries: [['size', 2]], more: 0 })).toEqual([
      'Basket {',
      '  size: 2',
      '}',
    ]);
  });

  it('stop at a limit', () => {
    expect(
      drawn(
        Array.from({ length: 1000 }, () => 1),
        [],
        [],
        10,
      ).length,
    ).toBeLessThan(20);
  });

  it('show a missing attribute in the deepest container on its way', () => {
    const gap = { id: 'custom:id', steps: ['attributes', 'custom', 'id'] };
    expect(drawn({ name: 'John' }, [gap])).toContain('  attributes.custom.id: missing custom:id');
    expect(drawn({ attributes: { other: 1 } }, [gap])).toContain('    custom.id: missing custom:id');
    expect(drawn({ attributes: { custom: {} } }, [gap])).toContain('      id: missing custom:id');
    expect(drawn({ attributes: { custom: { id: 1 } } }, [gap]).join()).not.toContain('missing');
  });

  it('show a missing attribute beside a container that is no object', () => {
    const gap = { id: 'custom:id', steps: ['attributes', 'custom', 'id'] };
    expect(drawn({ attributes: '{"custom":{}}' }, [gap])).toContain(
      '  attributes.custom.id: missing custom:id',
    );
  });
});

describe('the lines of a call', () => {
  const options = { folded: new Set<string>(), gaps: [], limit: 100 };

  it('are those of its only argument', () => {
    expect(linesOfArguments([{ a: 1 }], options)).toEqual(linesOf({ a: 1 }, options));
  });

  it('show every argument, and lead each sighting to its own', () => {
    const lines = linesOfArguments(['command', 'Database.set', { messaging: { a: 'x' } }], options);
    expect(lines.map(({ kind, path, depth }) => [kind, path, depth])).toEqual([
      ['leaf', '', 1],
      ['leaf', '[1]', 1],
      ['open', '[2]', 1],
      ['open', '[2].messaging', 2],
      ['leaf', '[2].messaging.a', 3],
      ['close', '[2].messaging', 2],
      ['close', '[2]', 1],
    ]);
    const item = { attribute: 'custom:a', key: 'a', verdict: 'fail', note: null } as const;
    const lit = evidenceByLine(lines, [{ ...item, path: '[2].messaging.a' }]);
    expect([...lit.keys()]).toEqual([4]);
  });
});

const eventOf = (example: Example, kind: CapturedEvent['kind']): CapturedEvent => {
  const event = judgedExample(example).conversation.events.find((candidate) => candidate.kind === kind);
  if (event === undefined) throw new Error(`No ${kind} in the example`);
  return event;
};

describe('evidence', () => {
  it('leads from a wrong place to the attribute that it should have been', () => {
    const judged = judgedExample(TRANSIENT);
    const [call] = judged.conversation.events;
    const evidence = call === undefined ? [] : evidenceOf(judged).get(call);
    expect(evidence).toMatchObject([
      { attribute: 'custom:crm_customer_id', path: 'customerId', verdict: 'fail' },
    ]);
    expect(evidence?.[0]?.note).not.toBeNull();
  });

  it('notes nothing where nothing is wrong', () => {
    const notes = [...evidenceOf(judgedExample(GOOD)).values()].flat().map(({ note }) => note);
    expect(new Set(notes)).toEqual(new Set([null]));
  });

  it('shows on the line of the container while that is folded', () => {
    const item = {
      attribute: 'custom:id',
      key: 'id',
      path: 'attributes.custom.id',
      verdict: 'pass',
      note: null,
    } as const;
    const at = (folded: readonly string[]) => {
      const lines = linesOf(
        { attributes: { custom: { id: 1 } } },
        { folded: new Set(folded), gaps: [], limit: 100 },
      );
      return [...evidenceByLine(lines, [item]).keys()].map((line) => lines[line]?.path);
    };
    expect(at([])).toEqual(['attributes.custom.id']);
    expect(at(['attributes.custom'])).toEqual(['attributes.custom']);
    expect(at(['attributes'])).toEqual(['attributes']);
  });

  it('shows on the line of a string that is JSON itself', () => {
    const item = {
      attribute: 'custom:id',
      key: 'id',
      path: 'attributes.custom.id',
      verdict: 'fail',
      note: 'x',
    } as const;
    const lines = linesOf({ attributes: '{"custom":{"id":1}}' }, { folded: new Set(), gaps: [], limit: 100 });
    expect([...evidenceByLine(lines, [item]).keys()].map((line) => lines[line]?.path)).toEqual([
      'attributes',
    ]);
  });

  it('does not call a field passing that was given the same value and that nobody reads', () => {
    const both = judgedExample({
      title: 'in the attribute and in the transient identifier',
      options: { customerId: 'CRM-882910', attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    });
    const [inCall] = [...evidenceOf(both).values()];
    expect(inCall?.map(({ path, verdict, note }) => [path, verdict, note])).toEqual([
      ['attributes.custom.crm_customer_id', 'pass', null],
      ['customerId', 'unknown', 'Not read here'],
    ]);
  });
});

describe('gaps', () => {
  it('show in the call where a required attribute is missing from it', () => {
    const judged = judgedExample(TRANSIENT);
    const [call] = judged.conversation.events;
    const evidence = call === undefined ? [] : (evidenceOf(judged).get(call) ?? []);
    expect(call && gapsOf(judged, call, evidence)).toEqual([
      { id: 'custom:crm_customer_id', steps: ['attributes', 'custom', 'crm_customer_id'] },
    ]);
  });

  it('show in a frame where the protocol has its attributes', () => {
    const message = { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } };
    const judged = judgedExample({
      title: '',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        message,
        { in: { type: 'message', class: 'ConnectionClosedEvent', code: 200, body: {} } },
      ],
    });
    const frame = judged.conversation.moments.get('create');
    expect(frame && gapsOf(judged, frame, [])).toEqual([
      {
        id: 'custom:crm_customer_id',
        steps: ['message', 'channel', 'metadata', 'customAttributes', 'crm_customer_id'],
      },
    ]);
  });

  it('do not show in a conversation where all is well', () => {
    const judged = judgedExample(GOOD);
    for (const event of judged.conversation.events) {
      expect(gapsOf(judged, event, evidenceOf(judged).get(event) ?? [])).toEqual([]);
    }
  });
});

describe('the payloads to choose from', () => {
  const choose = (example: Example, attribute: string | null = null) => {
    const judged = judgedExample(example);
    const sources = sourcesOf(judged, evidenceOf(judged));
    const first = decisiveSource(judged, sources, attribute);
    const names = sources.map((source) => shortName(source, judged));
    return { names, first: first && shortName(first, judged) };
  };

  it('are those in which attributes are or should be, in order of time', () => {
    expect(choose(GOOD).names).toEqual([
      'startChat(…)',
      'POST …/webchat',
      'conversation:join',
      'conversation:start',
    ]);
  });

  it('begin with the one where the attribute was given wrongly', () => {
    expect(choose(TRANSIENT).first).toBe('startChat(…)');
  });

  it('begin with the one in which the attribute left when all is well', () => {
    expect(choose(GOOD).first).toBe('POST …/webchat');
    expect(choose(GOOD, 'custom:crm_customer_id').first).toBe('POST …/webchat');
  });
});

describe('the content of an event', () => {
  it('is the arguments of a call', () => {
    expect(contentOf(eventOf(GOOD, 'call'))).toEqual({
      kind: 'arguments',
      callee: 'cxoneChat.startChat',
      args: [GOOD.options],
    });
  });

  it('is the decoded body of a request', () => {
    expect(contentOf(eventOf(GOOD, 'request'))).toMatchObject({ kind: 'value', value: GOOD.options });
  });

  it('is the query of a socket’s URL', () => {
    expect(contentOf(eventOf({ ...GOOD, query: 'crm=1' }, 'socket'))).toMatchObject({
      kind: 'value',
      value: { crm: '1' },
    });
  });

  it('says of text that is no JSON that it is none, and of a cut body how much was kept', () => {
    const place = { seq: 0, time: 0, document: 'd', kind: 'frame', socket: 1, direction: 'out' } as const;
    expect(contentOf({ ...place, body: { type: 'text', text: 'ping', size: 4 } })).toMatchObject({
      kind: 'text',
      note: 'Not JSON',
    });
    expect(contentOf({ ...place, body: { type: 'text', text: '{"a', size: 5000, cut: true } })).toMatchObject(
      {
        kind: 'text',
        note: 'Cut: 3 of 5000 characters were kept',
      },
    );
    expect(contentOf({ ...place, body: { type: 'opaque', what: 'FormData' } }).kind).toBe('nothing');
  });
});

describe('a payload to copy', () => {
  it('is code for a call, the address for a socket, and JSON for the rest', () => {
    expect(textOf(eventOf(GOOD, 'call'))).toMatch(
      /^cxoneChat\.startChat\(\{\n {2}name: "John Doe",[\s\S]*\}\)$/,
    );
    expect(textOf(eventOf(GOOD, 'socket'))).toMatch(/^wss:\/\/chat\.example\/.*token=/);
    expect(JSON.parse(textOf(eventOf(GOOD, 'request')))).toEqual(GOOD.options);
  });
});
