import type { ReferenceField } from '#lib/contracts/index.ts';
import { WithCode } from './with-code.tsx';

/** What may be sent, one row a field. */
export function FieldList({ fields }: { fields: readonly ReferenceField[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="divide-y divide-line border-t border-line text-small">
      {fields.map((field) => (
        <FieldRow key={`${field.place} ${field.name}`} field={field} />
      ))}
    </dl>
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
