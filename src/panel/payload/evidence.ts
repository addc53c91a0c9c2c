import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedAttribute, JudgedConversation, Verdict } from '../../core/checks/finding.ts';
import { type Sighting, STAGES } from '../../core/trace/trace.ts';
import { attributeId } from '../store/identity.ts';

/** What a place in a payload has to do with an attribute. */
export interface Evidence {
  readonly attribute: string;
  readonly key: string;
  readonly path: string;
  readonly verdict: Verdict;
  /** What is wrong at this place, in a few words; `null`: nothing is. */
  readonly note: string | null;
}

/** Every place where an attribute of the conversation was seen, by event. */
export function evidenceOf(judged: JudgedConversation): ReadonlyMap<CapturedEvent, readonly Evidence[]> {
  const places = new Map<CapturedEvent, Map<string, Evidence>>();
  const put = (event: CapturedEvent, evidence: Evidence): void => {
    const inEvent = places.get(event) ?? new Map<string, Evidence>();
    // The first word on a place stays: findings are put before cells.
    const place = `${evidence.path}\n${evidence.attribute}`;
    if (!inEvent.has(place)) inEvent.set(place, evidence);
    places.set(event, inEvent);
  };
  for (const attribute of judged.attributes) {
    const about = describe(attribute);
    for (const finding of attribute.findings) {
      for (const { event, path } of finding.sightings) put(event, { ...about, path, note: finding.title });
    }
    for (const stage of STAGES) {
      for (const sighting of attribute.cells[stage].sightings) {
        const { event, path } = sighting;
        put(event, {
          ...about,
          path,
          ...(isRead(sighting, attribute) ? { note: null } : besideThePoint(about)),
        });
      }
    }
  }
  return new Map([...places].map(([event, inEvent]) => [event, [...inEvent.values()]]));
}

function describe(attribute: JudgedAttribute): Omit<Evidence, 'path' | 'note'> {
  return { attribute: attributeId(attribute), key: attribute.key, verdict: attribute.verdict };
}

/** Whether a sighting is where the backend reads the attribute, not in a field of another name that was given the value too. */
const isRead = ({ role, key, namespace, carrier }: Sighting, attribute: JudgedAttribute): boolean =>
  role === 'attribute' &&
  key === attribute.key &&
  (namespace ?? '') === attribute.namespace &&
  carrier !== 'url' &&
  carrier !== 'subprotocol';

/** The attribute does not pass because of what stands here. */
const besideThePoint = ({ verdict }: Pick<Evidence, 'verdict'>): Pick<Evidence, 'verdict' | 'note'> => ({
  verdict: verdict === 'pass' ? 'unknown' : verdict,
  note: 'Not read here',
});

/**
 * The evidence that each line shows. What stands inside a folded container, or in a string that is JSON itself, shows
 * on the line of that container or string.
 */
export function evidenceByLine(
  lines: readonly { readonly path: string; readonly kind: string }[],
  evidence: readonly Evidence[],
): ReadonlyMap<number, readonly Evidence[]> {
  const byLine = new Map<number, readonly Evidence[]>();
  for (const item of evidence) {
    const at = closestLine(lines, item.path);
    if (at !== null) byLine.set(at, [...(byLine.get(at) ?? []), item]);
  }
  return byLine;
}

function closestLine(
  lines: readonly { readonly path: string; readonly kind: string }[],
  path: string,
): number | null {
  let best: { at: number; length: number } | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'close' || line.kind === 'gap' || line.path === '') continue;
    const within = path === line.path || path.startsWith(`${line.path}.`) || path.startsWith(`${line.path}[`);
    if (within && line.path.length > (best?.length ?? 0)) best = { at, length: line.path.length };
  }
  return best?.at ?? null;
}
