import Link from 'next/link';
import { Badge } from '#app/_ui/badge.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { percentInWords } from '#app/_ui/words.ts';
import type { SearchHit, TextSegment } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { Thumbnail } from '../../documents/_components/thumbnail.tsx';
import { reviewStates } from '../../documents/[documentId]/review/_components/review-states.ts';

/** One page that was found, with the piece of its text that says why. Leads to the place on the picture. */
export function HitRow({ hit, query }: { hit: SearchHit; query: string }) {
  const { slug } = useWorkspace();
  const address = new URLSearchParams({ page: String(hit.pageNumber), q: query });
  return (
    <li className="relative flex gap-4 px-3 py-3 hover:bg-well/50 sm:px-4">
      <Thumbnail url={hit.thumbnailUrl} />
      <div className="min-w-0 flex-1 space-y-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link
            href={`/${slug}/documents/${hit.documentId}/review?${address}`}
            className="min-w-0 truncate font-medium after:absolute after:inset-0 hover:text-accent hover:underline"
          >
            {hit.documentName}
          </Link>
          <Badge {...reviewStates[hit.state]} />
        </div>
        <p className="text-ink-soft text-small">
          Page {hit.pageNumber}
          {hit.pageCount ? ` of ${hit.pageCount}` : null} ·{' '}
          <RelativeTime at={hit.createdAt} className="relative" />
          {hit.confidence === null ? null : ` · confidence ${percentInWords(hit.confidence)}`}
        </p>
        <p dir="auto" className="text-small [overflow-wrap:anywhere]">
          <Snippet segments={hit.snippet} />
        </p>
      </div>
    </li>
  );
}

function Snippet({ segments }: { segments: readonly TextSegment[] }) {
  const placed = segments.map((segment, index) => ({
    ...segment,
    start: segments.slice(0, index).reduce((length, { text }) => length + text.length, 0),
  }));
  return placed.map(({ text, hit, start }) =>
    hit ? (
      <mark key={start} className="rounded-small bg-warn-wash px-0.5 font-medium text-ink">
        {text}
      </mark>
    ) : (
      <span key={start}>{text}</span>
    ),
  );
}
