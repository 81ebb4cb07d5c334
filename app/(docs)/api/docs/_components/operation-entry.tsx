import type { ReferenceEntry, ReferenceField } from '#lib/contracts/index.ts';

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
        Needs <code className="font-mono">{permission}</code>; answers {status}.
      </p>
      {fields.length > 0 && (
        <dl className="divide-y divide-line border-t border-line text-small">
          {fields.map((field) => (
            <FieldRow key={`${field.place} ${field.name}`} field={field} />
          ))}
        </dl>
      )}
    </article>
  );
}

function FieldRow({ field: { name, place, type, isRequired, description } }: { field: ReferenceField }) {
  return (
    <div className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[14rem_1fr]">
      <dt className="break-all font-mono">{name}</dt>
      <dd className="min-w-0 space-y-1">
        <p className="text-ink-soft">
          {place}, {type}
          {isRequired && <strong className="font-semibold text-ink">, required</strong>}
        </p>
        {description && (
          <p>
            <WithCode text={description} />
          </p>
        )}
      </dd>
    </div>
  );
}

/** Text in which what stands between backticks is code. */
function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move
      <code key={index} className="font-mono text-small">
        {part}
      </code>
    ),
  );
}
