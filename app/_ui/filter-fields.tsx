import { type ReactNode, useId } from 'react';
import { Select } from './select.tsx';

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0 text-small">
      <label htmlFor={id} className="block text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

const size = 'h-11 w-full sm:h-9 sm:max-w-48';

type ChooseProps = {
  label: string;
  any: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A filter with a few values; the empty one is none. */
export function FilterChoice({ label, any, value = '', choices, onChange }: ChooseProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          className={size}
        >
          <option value="">{any}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (value: string) => void };

/** A day as a filter. Taken over when the field is left: while a date is typed, it passes through others. */
export function FilterDay({ label, value = '', onChange }: DayProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          defaultValue={value}
          onBlur={({ currentTarget }) => {
            if (currentTarget.value !== value) onChange(currentTarget.value);
          }}
          className={`${size} rounded-normal border border-edge bg-sheet px-3`}
        />
      )}
    </Labelled>
  );
}
