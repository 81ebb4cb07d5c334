import type { ModelReference } from '#lib/predictions/index.ts';
import { FieldList } from './field-list.tsx';
import { WithCode } from './with-code.tsx';

/** One model: what it is for, and what its input may hold. */
export function ModelEntry({ model: { name, readme, fields } }: { model: ModelReference }) {
  return (
    <article
      aria-labelledby={name}
      className="space-y-3 rounded-large border border-line bg-sheet p-4 shadow-sheet sm:p-5"
    >
      <h4 id={name} className="break-all font-mono font-semibold text-small">
        {name}
      </h4>
      <p className="max-w-prose">
        <WithCode text={readme} />
      </p>
      <FieldList fields={fields} />
    </article>
  );
}
