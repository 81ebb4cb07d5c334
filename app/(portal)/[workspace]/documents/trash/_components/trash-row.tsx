import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { Thumbnail } from '../../_components/thumbnail.tsx';

export type TrashEntry = {
  id: string;
  name: string;
  pageCount: number | null;
  /** Bytes. */
  size: number;
  /** ISO 8601. */
  trashedAt: string;
  trashedBy: string | null;
};

type Props = { entry: TrashEntry; isBusy: boolean; onRestore: () => void; onDelete: () => void };

export function TrashRow({ entry, isBusy, onRestore, onDelete }: Props) {
  const { may } = useWorkspace();
  const { name, pageCount, size, trashedAt, trashedBy } = entry;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-3 sm:px-4">
      <Thumbnail url={null} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="text-ink-soft text-small">
          Moved here <RelativeTime at={trashedAt} />
          {trashedBy ? ` by ${trashedBy}` : null}
          <span className="max-sm:hidden">
            {pageCount === null ? null : ` · ${plural(pageCount, 'page')}`} · {sizeInWords(size)}
          </span>
        </p>
      </div>
      {may.write ? (
        <div className="flex gap-2 max-sm:w-full">
          <Button
            size="small"
            pending={isBusy}
            onClick={onRestore}
            aria-label={`Restore ${name}`}
            className="max-sm:flex-1"
          >
            Restore
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={onDelete}
            aria-label={`Delete for good: ${name}`}
            className="text-bad max-sm:flex-1"
          >
            Delete for good
          </Button>
        </div>
      ) : null}
    </li>
  );
}
