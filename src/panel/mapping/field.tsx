import { useId } from 'preact/hooks';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly mono?: boolean;
  /** Values to choose from, besides typing. */
  readonly options?: readonly string[];
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A labelled text field with its error under it. */
export function Field({ name, label, value, hint = '', mono = false, options, error, onInput }: FieldProps) {
  const id = useId();
  return (
    <div class="field" data-wrong={error !== undefined}>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        class={mono ? 'mono' : ''}
        value={value}
        placeholder={hint}
        list={options === undefined ? undefined : `${id}-options`}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {options !== undefined && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** A labelled choice. */
export function SelectField<T extends string>({ name, label, value, choices, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        onChange={(event) => {
          const chosen = choices.find(([choice]) => choice === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
