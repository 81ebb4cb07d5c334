import type { ReferenceEntry } from '#lib/contracts/index.ts';
import { FieldList } from './field-list.tsx';
import { WithCode } from './with-code.tsx';

/** One call of the API: what it does, and what it takes. */
export function OperationEntry({ entry }: { entry: ReferenceEntry }) {
  const { id, method, path, summary, permission, status, fields } = entry;
  return (
    <article
      aria-labelledby={id}
      className="space-y-3 rounded-large border border-line bg-sheet p-4 shadow-sheet sm:p-5"
    >
      <h3 id={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-mono text-small">
        <span className="rounded-small bg-accent-wash px-2 py-0.5 font-semibold text-accent">{method}</span>
        <span className="min-w-0 break-all">{path}</span>
      </h3>
      <p className="max-w-prose">
        <WithCode text={summary} />
      </p>
      <p className="text-small text-ink-soft">
        Needs {permission ? <code className="font-mono">{permission}</code> : 'no token'}; answers {status}.
      </p>
      <FieldList fields={fields} />
    </article>
  );
}
