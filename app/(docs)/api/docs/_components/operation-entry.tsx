import type { ReferenceEntry } from '#lib/contracts/index.ts';
import { FieldList } from './field-list.tsx';
import { WithCode } from './with-code.tsx';

/** One call of an API: what it does, what it takes and, where there is one, a command that makes it. */
export function OperationEntry({ entry, sample }: { entry: ReferenceEntry; sample?: string }) {
  const { id, method, path, summary, permission, status, fields } = entry;
  return (
    <article
      aria-labelledby={id}
      className="space-y-3 rounded-large border border-line bg-sheet p-4 shadow-sheet sm:p-5"
    >
      <h4
        id={id}
        className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-mono font-semibold text-small"
      >
        <span className="rounded-small bg-accent-wash px-2 py-0.5 font-semibold text-accent">{method}</span>
        <span className="min-w-0 break-all">{path}</span>
      </h4>
      <p className="max-w-prose">
        <WithCode text={summary} />
      </p>
      <p className="text-small text-ink-soft">
        Needs {permission ? <code className="font-mono">{permission}</code> : 'no token'}; answers {status}.
      </p>
      <FieldList fields={fields} />
      {sample ? (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="overflow-x-auto rounded-normal bg-well p-3 font-mono text-small"
        >
          <code>{sample}</code>
        </pre>
      ) : null}
    </article>
  );
}
