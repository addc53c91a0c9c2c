import { decodeBody } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type {
  CallEvent,
  CapturedEvent,
  FrameEvent,
  RequestEvent,
  ResponseEvent,
  SocketEvent,
} from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, textOf } from '../capture/walk.ts';
import type { Carrier, Sighting, Stage } from '../trace/trace.ts';
import { optionsIn } from './attributes.ts';
import type { DeclaredUrl, DialectDeclaration } from './declaration.ts';
import type { Dialect, Reading, ReadingContext } from './dialect.ts';
import { urlPattern } from './pattern.ts';
import { at, exchangeOf, reading, readWith, requestIn } from './reading.ts';
import { matchTemplate, parseTemplate, stepsOf, type Template } from './template.ts';
import { parseUrl, queryObject } from './url.ts';

type Draft = Omit<Sighting, 'event'>;

/**
 * The reader that a declaration describes.
 * @param declaration one that was parsed: its templates are known to be valid
 */
export function createDeclaredDialect(id: string, declaration: DialectDeclaration): Dialect {
  const { namespaces, globals = [], identityFields = [], startEvent } = declaration;
  const [namespace = ''] = namespaces;
  const templates = mapStages((stage) => (declaration.paths[stage] ?? []).flatMap(toTemplates));
  const urls = Object.fromEntries(
    Object.entries(declaration.urls ?? {}).map(([kind, patterns]) => [
      kind,
      new RegExp(urlPattern(patterns)),
    ]),
  );
  const isAt = (kind: DeclaredUrl, url: string): boolean => urls[kind]?.test(url) ?? false;

  const sightings = (root: Snapshot | undefined, stage: Stage, carrier: Carrier): readonly Draft[] =>
    root === undefined
      ? []
      : templates[stage].flatMap((template) =>
          matchTemplate(template, root).map((match) => ({
            ...match,
            namespace: match.namespace ?? namespace,
            role: 'attribute' as const,
            stage,
            carrier,
          })),
        );

  /** Attributes, and the fields beside them: an identifier, or an option that a mapping may ask for. */
  function everything(root: Snapshot | undefined, stage: Stage, carrier: Carrier): readonly Draft[] {
    const found = sightings(root, stage, carrier);
    const paths = new Set(found.map(({ path }) => path));
    const options = root === undefined ? [] : optionsIn({ path: '', value: root });
    return [
      ...found,
      ...options
        .filter(({ path }) => !paths.has(path))
        .map((option) => ({
          ...option,
          namespace: null,
          role: identityFields.includes(option.key) ? ('identity' as const) : ('option' as const),
          stage,
          carrier,
        })),
    ];
  }

  /** What a setter gives: one attribute as key and value, or several as an object. */
  function given({ method, args: [first, second] }: CallEvent): readonly Draft[] {
    const key = textOf(first);
    const entries = key !== undefined && second !== undefined ? [[key, second] as const] : entriesOf(first);
    return (entries ?? []).map(([name, value]) => ({
      key: name,
      value,
      path: joinPath(method, name),
      namespace,
      role: 'attribute',
      stage: 'call',
      carrier: 'argument',
    }));
  }

  const firstWord = (root: Snapshot | undefined, paths: readonly string[] = []): string | undefined =>
    paths.map((path) => wordOf(at(root, ...path.split('.')))).find((word) => word !== undefined);

  const conversationOf = (root: Snapshot | undefined): Pick<Reading, 'conversationId'> => {
    const conversationId = firstWord(root, declaration.conversationId);
    return conversationId === undefined ? {} : { conversationId };
  };

  function readCall(call: CallEvent): Reading | null {
    const global = globals.find(({ name }) => name === call.api);
    if (!global) return null;
    return reading({
      moments: [global.starts?.includes(call.method) ? 'start-call' : 'call'],
      sightings: global.sets?.includes(call.method)
        ? given(call)
        : everything(call.args[0], 'call', 'argument'),
    });
  }

  function readSocket({ url, phase }: SocketEvent): Reading | null {
    const parsed = isAt('socket', url) ? parseUrl(url) : null;
    if (!parsed) return null;
    const query = queryObject(parsed.searchParams);
    return reading({ sightings: phase === 'connecting' ? everything(query, 'handshake', 'url') : [] });
  }

  const ackIn = (event: CapturedEvent): string | undefined =>
    event.kind === 'frame' ? firstWord(decodeBody(event.body), declaration.ack) : undefined;

  const isStart = (root: Snapshot | undefined): boolean =>
    startEvent !== undefined && at(root, ...startEvent.path.split('.')) === startEvent.equals;

  function readFrame(event: FrameEvent, { ours }: ReadingContext): Reading | null {
    const root = decodeBody(event.body);
    const starts = event.direction === 'in' && isStart(root);
    if (!ours && !starts) return null;
    if (event.direction === 'out')
      return reading({
        ...conversationOf(root),
        sightings: sightings(root, 'sent', 'frame'),
        exchangeIn: ackIn,
      });
    return reading({
      ...conversationOf(root),
      ...answer(root, firstWord(root, declaration.ack) ?? null),
      ...(starts && {
        moments: ['start', ...(firstWord(root, declaration.token) === undefined ? [] : ['token' as const])],
        // Where echoes are declared, what the start event does not hold was not taken.
        ...(templates.echoed.length > 0 && { containers: [{ stage: 'echoed', namespace: null }] as const }),
      }),
    });
  }

  /** What any answer can hold: attributes, a token, an error. */
  function answer(root: Snapshot | undefined, exchange: string | null): Partial<Reading> {
    const token = firstWord(root, declaration.token);
    const error = firstWord(root, declaration.error);
    return {
      moments: token === undefined ? [] : ['token'],
      sightings: sightings(root, 'echoed', 'body'),
      links: token === undefined ? [] : [token],
      ...(error !== undefined && { refused: { exchange, code: null, message: error } }),
    };
  }

  const kindOf = ({ method, url }: RequestEvent): DeclaredUrl | null => {
    if (method !== 'GET' && isAt('create', url)) return 'create';
    if (isAt('readBack', url)) return 'readBack';
    return isAt('other', url) ? 'other' : null;
  };

  function readRequest(event: RequestEvent): Reading | null {
    const kind = kindOf(event);
    if (kind === null) return null;
    const root = decodeBody(event.body);
    const base = { ...conversationOf(root), exchangeIn: requestIn };
    if (kind === 'create')
      return reading({ ...base, moments: ['create'], sightings: everything(root, 'handshake', 'body') });
    return reading({ ...base, sightings: sightings(root, 'sent', 'body') });
  }

  function readResponse(event: ResponseEvent, { request }: ReadingContext): Reading | null {
    const kind = request ? kindOf(request) : null;
    if (kind === null) return null;
    const root = decodeBody(event.body);
    if (event.status < 200 || event.status >= 300) {
      const message = firstWord(root, declaration.error) ?? `the request was answered with ${event.status}`;
      return reading({ refused: { exchange: exchangeOf(event), code: String(event.status), message } });
    }
    if (kind === 'readBack')
      return reading({
        moments: ['read-back'],
        sightings: sightings(root, 'stored', 'body'),
        containers: [{ stage: 'stored', namespace: null }],
      });
    return reading({ ...conversationOf(root), ...answer(root, exchangeOf(event)) });
  }

  return {
    id,
    label: declaration.label ?? id,
    namespaces,
    deadline: declaration.token === undefined ? null : 'token',
    ...(templates.handshake.length === 0 && templates.sent.length > 0 && { leavesIn: 'sent' as const }),
    identityFate: "is declared to be the widget's own identifier",
    startEvent: startEvent?.equals ?? 'the start event',
    read: readWith({
      call: readCall,
      socket: readSocket,
      frame: readFrame,
      request: readRequest,
      response: readResponse,
    }),
    nameFrame: (content) => {
      const title = startEvent && textOf(at(content, ...startEvent.path.split('.')));
      return title === undefined ? null : { title, noise: false };
    },
    optionPath: (name, key) => (templates.call[0] ? stepsOf(templates.call[0], name, key) : [name, key]),
    callName: (call) => {
      const api = call?.api ?? globals[0]?.name ?? id;
      const method = call?.method ?? globals[0]?.starts?.[0] ?? '';
      return method === '' ? api : `${api}.${method}`;
    },
    target: (name, key) =>
      (declaration.target ?? '{namespace}.{key}')
        .replace('{namespace}', () => name)
        .replace('{key}', () => key),
  };
}

/** A text; or a number, which an id or a counter may as well be. */
const wordOf = (value: Snapshot | undefined): string | undefined =>
  typeof value === 'number' ? String(value) : textOf(value);

const mapStages = <T>(of: (stage: Stage) => T): Record<Stage, T> => ({
  call: of('call'),
  handshake: of('handshake'),
  sent: of('sent'),
  echoed: of('echoed'),
  stored: of('stored'),
});

/** The parser of mapping files has refused what is no template, so nothing is left out here. */
function toTemplates(source: string): readonly Template[] {
  const template = parseTemplate(source);
  return 'error' in template ? [] : [template];
}
