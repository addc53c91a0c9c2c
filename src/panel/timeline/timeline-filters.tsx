import type { CapturedEvent } from '../../core/capture/event.ts';
import { VERDICTS } from '../../core/checks/finding.ts';
import { useActions, useStore } from '../store/context.ts';
import { VERDICT_WORDS } from '../trace/words.ts';

type Choices<T extends string> = readonly (readonly [value: T, word: string])[];

const KINDS: Choices<CapturedEvent['kind']> = [
  ['call', 'Calls'],
  ['return', 'Returns'],
  ['socket', 'Sockets'],
  ['frame', 'Frames'],
  ['request', 'Requests'],
  ['response', 'Responses'],
  ['notice', 'Notices'],
];
const DIRECTIONS: Choices<'out' | 'in'> = [
  ['out', 'Out'],
  ['in', 'In'],
];
const VERDICT_CHOICES = VERDICTS.map((verdict) => [verdict, VERDICT_WORDS[verdict].word] as const);

/** Which events are listed: of one kind, in one direction, with attributes of one verdict. */
export function TimelineFilters() {
  const { setFilter } = useActions();
  const { kind, direction, verdict } = useStore((state) => state.filter);
  return (
    <div class="event-filters" role="group" aria-label="Show only events">
      <Choice
        name="kind"
        label="of the kind"
        all="All kinds"
        choices={KINDS}
        chosen={kind}
        onChoose={(value) => setFilter({ kind: value })}
      />
      <Choice
        name="direction"
        label="in the direction"
        all="In and out"
        choices={DIRECTIONS}
        chosen={direction}
        onChoose={(value) => setFilter({ direction: value })}
      />
      <Choice
        name="verdict"
        label="with an attribute whose verdict is"
        all="Any verdict"
        choices={VERDICT_CHOICES}
        chosen={verdict}
        onChoose={(value) => setFilter({ verdict: value })}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  /** What stands there when nothing is chosen. */
  readonly all: string;
  readonly choices: Choices<T>;
  readonly chosen: T | null;
  readonly onChoose: (value: T | null) => void;
}

function Choice<T extends string>({ name, label, all, choices, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <select
      class="event-filter"
      data-event-filter={name}
      data-chosen={chosen !== null}
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget }) =>
        onChoose(choices.find(([value]) => value === currentTarget.value)?.[0] ?? null)
      }
    >
      <option value="">{all}</option>
      {choices.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
