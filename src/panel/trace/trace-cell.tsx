import type { CellState, JudgedAttribute } from '../../core/checks/finding.ts';
import { written } from '../../core/checks/place.ts';
import type { Stage } from '../../core/trace/trace.ts';
import { Value } from '../components/value.tsx';
import { useActions } from '../store/context.ts';
import { attributeId, eventId } from '../store/identity.ts';
import { StageMark } from './stage-mark.tsx';
import { threadAfter } from './thread.ts';
import { wrongType } from './types.ts';
import { STAGE_WORDS, STATE_WORDS } from './words.ts';

interface Props {
  readonly attribute: JudgedAttribute;
  readonly stage: Stage;
}

/** One attribute at one stage: what is known of it there, and the value that was seen. */
export function TraceCell({ attribute, stage }: Props) {
  const { showPayload, focusAttribute } = useActions();
  const { state, sighting } = attribute.cells[stage];
  const lost = attribute.lostAt === stage;
  const words = STATE_WORDS[state];
  const type = sighting && attribute.row ? wrongType(sighting.value, attribute.row) : null;
  const place = `${STAGE_WORDS[stage].word}: ${lost ? 'lost here. ' : ''}`;
  const seen = sighting ? written(sighting) : '';

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the whole table are handled on its rows
    <div
      class={`trace-cell state-${state}`}
      role="gridcell"
      data-stage={stage}
      data-state={state}
      data-lost={lost}
      data-thread={threadAfter(attribute, stage)}
      data-path={sighting?.path}
      data-note={sighting ? noteOf(state, lost) : undefined}
      title={`${place}${words.meaning}\n${seen}`.trim()}
      aria-label={`${place}${words.word}. ${seen}`.trim()}
      onClick={() => {
        if (!sighting) return;
        focusAttribute(attributeId(attribute));
        showPayload(eventId(sighting.event));
      }}
    >
      <StageMark state={lost && state !== 'changed' && state !== 'late' ? 'lost' : state} />
      {sighting ? (
        <span class="cell-text" data-type={type ?? undefined}>
          <Value value={sighting.value} limit={80} />
        </span>
      ) : (
        <span class="cell-text cell-word">{lost ? 'lost here' : words.word}</span>
      )}
    </div>
  );
}

/** What is odd about a value that is here. */
function noteOf(state: CellState, lost: boolean): string | undefined {
  if (state !== 'seen') return STATE_WORDS[state].word;
  return lost ? 'lost here' : undefined;
}
