import { decodeBody } from '../capture/decode.ts';
import type { CallEvent, FrameEvent, RequestEvent, ResponseEvent, SocketEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { textOf } from '../capture/walk.ts';
import type { Carrier, Sighting, Stage } from '../trace/trace.ts';
import { optionsIn } from './attributes.ts';
import type { DialectDeclaration } from './declaration.ts';
import type { Dialect, Reading, ReadingContext } from './dialect.ts';
import { at, reading, readWith } from './reading.ts';
import { matchTemplate, parseTemplate, type Template } from './template.ts';
import { parseUrl, queryObject } from './url.ts';

type Draft = Omit<Sighting, 'event'>;

/**
 * The reader that a declaration describes.
 * @param declaration one that was parsed: its patterns and templates are known to be valid
 */
export function createDeclaredDialect(declaration: DialectDeclaration): Dialect {
  const templates = mapStages((stage) => declaration.paths[stage].flatMap(toTemplates));
  const urls = {
    socket: toPatterns(declaration.urls.socket),
    create: toPatterns(declaration.urls.create),
    readBack: toPatterns(declaration.urls.readBack),
    other: toPatterns(declaration.urls.other),
  };
  const [namespace = ''] = declaration.namespaces;

  function sightings(root: Snapshot | undefined, stage: Stage, carrier: Carrier): readonly Draft[] {
    if (root === undefined) return [];
    return templates[stage].flatMap((template) =>
      matchTemplate(template, root).map((match) => ({
        ...match,
        namespace: match.namespace ?? namespace,
        role: 'attribute' as const,
        stage,
        carrier,
      })),
    );
  }

  /** The fields beside the attributes: an identifier, or an option that a mapping may ask for. */
  function options(root: Snapshot | undefined, stage: Stage, carrier: Carrier): readonly Draft[] {
    if (root === undefined) return [];
    return optionsIn({ path: '', value: root }).map((option) => ({
      ...option,
      namespace: null,
      role: declaration.identityFields.includes(option.key) ? ('identity' as const) : ('option' as const),
      stage,
      carrier,
    }));
  }

  const firstText = (root: Snapshot | undefined, paths: readonly string[]): string | undefined =>
    paths.map((path) => textOf(at(root, ...path.split('.')))).find((text) => text !== undefined);

  const ids = (root: Snapshot | undefined): Pick<Reading, 'conversationId' | 'exchange'> => {
    const conversationId = firstText(root, declaration.conversationId);
    const exchange = firstText(root, declaration.exchange);
    return {
      ...(conversationId !== undefined && { conversationId }),
      ...(exchange !== undefined && { exchange }),
    };
  };

  function readCall(call: CallEvent): Reading | null {
    const global = declaration.globals.find(({ name }) => name === call.api);
    if (!global) return null;
    return reading({
      moments: [global.starts.includes(call.method) ? 'start-call' : 'call'],
      sightings: [
        ...sightings(call.args[0], 'call', 'argument'),
        ...options(call.args[0], 'call', 'argument'),
      ],
    });
  }

  function readSocket(event: SocketEvent): Reading | null {
    const url = parseUrl(event.url);
    if (!url || !urls.socket.some((pattern) => pattern.test(event.url))) return null;
    const query = queryObject(url.searchParams);
    return reading({
      sightings:
        event.phase === 'connecting'
          ? [...sightings(query, 'handshake', 'url'), ...options(query, 'handshake', 'url')]
          : [],
    });
  }

  const isStart = (root: Snapshot): boolean =>
    declaration.startEvent !== null &&
    at(root, ...declaration.startEvent.path.split('.')) === declaration.startEvent.equals;

  function readFrame(event: FrameEvent, { ours }: ReadingContext): Reading | null {
    const root = decodeBody(event.body);
    const starts = root !== undefined && event.direction === 'in' && isStart(root);
    if (!ours && !starts) return null;
    if (root === undefined) return reading({});
    if (event.direction === 'out')
      return reading({ sightings: sightings(root, 'sent', 'frame'), ...ids(root) });
    const echoed = sightings(root, 'echoed', 'frame');
    const error = firstText(root, declaration.error);
    const token = firstText(root, declaration.token);
    const { exchange, ...id } = ids(root);
    return reading({
      moments: [
        ...(starts ? (['start'] as const) : []),
        ...(token === undefined ? [] : (['token'] as const)),
      ],
      sightings: echoed,
      links: token === undefined ? [] : [token],
      ...id,
      ...(error !== undefined && { refused: { exchange: exchange ?? null, code: 'error', message: error } }),
      // A template tells where attributes are, not that an empty container is one.
      ...(starts && echoed.length > 0 && { containers: [{ stage: 'echoed', namespace: null }] as const }),
    });
  }

  const kindOf = (request: RequestEvent): 'create' | 'readBack' | 'other' | null => {
    if (request.method !== 'GET' && urls.create.some((pattern) => pattern.test(request.url))) return 'create';
    if (urls.readBack.some((pattern) => pattern.test(request.url))) return 'readBack';
    return urls.other.some((pattern) => pattern.test(request.url)) ? 'other' : null;
  };

  function readRequest(event: RequestEvent): Reading | null {
    const root = decodeBody(event.body);
    switch (kindOf(event)) {
      case null:
        return null;
      case 'create':
        return reading({
          moments: ['create'],
          sightings: [...sightings(root, 'handshake', 'body'), ...options(root, 'handshake', 'body')],
          ...ids(root),
        });
      case 'readBack':
        return reading({});
      case 'other':
        return reading({ sightings: sightings(root, 'sent', 'body'), ...ids(root) });
    }
  }

  function readResponse(event: ResponseEvent, { request }: ReadingContext): Reading | null {
    const kind = request ? kindOf(request) : null;
    if (kind === null) return null;
    const root = decodeBody(event.body);
    if (event.status < 200 || event.status >= 300) return reading({});
    if (kind === 'readBack') {
      const stored = sightings(root, 'stored', 'body');
      return reading({
        moments: ['read-back'],
        sightings: stored,
        ...(stored.length > 0 && { containers: [{ stage: 'stored', namespace: null }] as const }),
      });
    }
    const token = firstText(root, declaration.token);
    return reading({
      moments: token === undefined ? [] : ['token'],
      sightings: sightings(root, 'echoed', 'body'),
      links: token === undefined ? [] : [token],
      ...ids(root),
    });
  }

  return {
    id: declaration.id,
    label: declaration.label,
    namespaces: declaration.namespaces,
    deadline: declaration.token.length > 0 ? 'token' : null,
    identityFate: "is declared to be the widget's own identifier",
    startEvent: declaration.startEvent?.equals ?? 'the start event',
    read: readWith({
      call: readCall,
      socket: readSocket,
      frame: readFrame,
      request: readRequest,
      response: readResponse,
    }),
    nameFrame: () => null,
    optionPath: (name, key) => (templates.call[0] ? stepsOf(templates.call[0], name, key) : [name, key]),
    callName: (call) =>
      call === null || call.method === '' ? (call?.api ?? declaration.id) : `${call.api}.${call.method}`,
    target: (name, key) => `${name}.${key}`,
  };
}

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

const toPatterns = (sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'u'));

/** The steps to an attribute in an object, as far as a template goes by names. */
const stepsOf = (template: Template, namespace: string, key: string): readonly string[] =>
  template.steps.flatMap((step) => nameOf(step, namespace, key) ?? []);

function nameOf(step: Template['steps'][number], namespace: string, key: string): string | null {
  switch (step.kind) {
    case 'property':
      return step.name;
    case 'namespace':
      return namespace;
    case 'key':
    case 'keyed':
      return key;
    case 'items':
      return null;
  }
}
