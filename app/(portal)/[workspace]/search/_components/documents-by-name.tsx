import { FileText } from 'lucide-react';
import Link from 'next/link';
import type { SearchAnswer } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';

/** Documents that are called like what is searched for. */
export function DocumentsByName({ documents }: Pick<SearchAnswer, 'documents'>) {
  const { slug } = useWorkspace();
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents-found" className="space-y-2">
      <h2 id="documents-found" className="font-sans text-ink-soft text-small">
        By name
      </h2>
      <ul className="flex flex-wrap gap-2">
        {documents.map(({ id, name }) => (
          <li key={id} className="min-w-0">
            <Link
              href={`/${slug}/documents/${id}`}
              className="flex min-h-11 items-center gap-2 rounded-normal border border-line bg-sheet px-3 text-small hover:border-accent sm:min-h-9"
            >
              <FileText aria-hidden className="size-4 shrink-0 text-ink-soft" />
              <span className="truncate">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
