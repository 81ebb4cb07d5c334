import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { scopeWords } from '#app/_ui/token-scopes.ts';
import type { TokenScope } from '#lib/access/index.ts';

type Props = {
  /** What this person may give. */
  offered: readonly TokenScope[];
  chosen: readonly TokenScope[];
  onChange: (chosen: TokenScope[]) => void;
  problem?: string | undefined;
};

export function ScopeChoice({ offered, chosen, onChange, problem }: Props) {
  const id = useId();
  const toggle = (scope: TokenScope) =>
    onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  return (
    <fieldset aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="mb-1.5 font-medium text-small">What it may do</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {offered.map((scope, index) => (
          <label
            key={scope}
            className="flex min-h-11 cursor-pointer gap-3 rounded-normal border border-line px-3 py-2 hover:bg-well has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
              aria-invalid={problem && index === 0 ? true : undefined}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-medium">{scopeWords[scope].name}</span>
              <span className="block text-ink-soft text-small">{scopeWords[scope].use}</span>
            </span>
          </label>
        ))}
      </div>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 flex items-start gap-1.5 text-bad text-small">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
