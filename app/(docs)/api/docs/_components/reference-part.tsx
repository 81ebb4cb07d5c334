import type { ReactNode } from 'react';
import type { ReferenceEntry, ReferenceGroup } from '#lib/contracts/index.ts';
import { OperationEntry } from './operation-entry.tsx';

type Props = {
  id: string;
  title: string;
  groups: readonly ReferenceGroup[];
  /** The command that is shown with an operation. */
  sampleOf?: (entry: ReferenceEntry) => string;
  /** What is to be known before its calls. */
  children: ReactNode;
};

/** One API: what it is, and its calls by subject. */
export function ReferencePart({ id, title, groups, sampleOf, children }: Props) {
  return (
    <section aria-labelledby={id} className="space-y-8">
      <div className="space-y-4">
        <h2 id={id} className="scroll-mt-4 font-serif text-title">
          {title}
        </h2>
        {children}
        <nav aria-label={`Subjects of ${title}`} className="flex flex-wrap gap-x-4 gap-y-1">
          {groups.map(({ name }) => (
            <a key={name} href={`#${id}-${name}`} className="capitalize text-accent underline">
              {name}
            </a>
          ))}
        </nav>
      </div>
      {groups.map(({ name, entries }) => (
        <section key={name} aria-labelledby={`${id}-${name}`} className="space-y-4">
          <h3 id={`${id}-${name}`} className="scroll-mt-4 text-large capitalize">
            {name}
          </h3>
          {entries.map((entry) => (
            <OperationEntry key={entry.id} entry={entry} {...(sampleOf && { sample: sampleOf(entry) })} />
          ))}
        </section>
      ))}
    </section>
  );
}
