'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { plural } from '#app/_ui/words.ts';
import { LanguageSelect } from './language-select.tsx';
import { useLanguages } from './languages-context.tsx';
import { isUnderWay, needsAttention, type Upload } from './upload.ts';
import type { UploadQueue } from './upload-queue.ts';
import { UploadRow } from './upload-row.tsx';

const NONE: readonly Upload[] = [];

/** The files of this tab, in the corner of the window until they are done and closed. */
export function UploadPanel({ queue }: { queue: UploadQueue }) {
  const uploads = useSyncExternalStore(queue.watch, queue.uploads, () => NONE);
  const { chosen, choose } = useLanguages();
  const [isOpen, setIsOpen] = useOpenPanel(uploads.length);
  const underWay = uploads.filter(isUnderWay).length;
  useWarningBeforeLeaving(underWay > 0);
  const words = summary(uploads);
  const Chevron = isOpen ? ChevronDown : ChevronUp;

  return (
    <>
      <p role="status" className="sr-only">
        {words}
      </p>
      {uploads.length > 0 ? (
        <section
          aria-label="Uploads"
          className="fixed inset-x-0 bottom-0 z-30 border border-line bg-sheet shadow-lift sm:inset-x-auto sm:right-4 sm:bottom-4 sm:w-96 sm:rounded-large"
        >
          <div className="flex items-center gap-1 py-1 pr-1 pl-4">
            <h2 className="flex-1 font-sans text-small">{words}</h2>
            <Button
              variant="quiet"
              size="icon"
              aria-expanded={isOpen}
              aria-label={isOpen ? 'Show less of the uploads' : 'Show the uploads'}
              onClick={() => setIsOpen(!isOpen)}
            >
              <Chevron aria-hidden className="size-4" />
            </Button>
            {underWay === 0 ? (
              <Button
                variant="quiet"
                size="icon"
                aria-label="Close the uploads"
                onClick={() => queue.removeEnded()}
              >
                <X aria-hidden className="size-4" />
              </Button>
            ) : null}
          </div>
          {isOpen ? (
            <LanguageSelect
              label="Language of the next files"
              value={chosen}
              onChange={choose}
              className="border-line border-t py-1.5 pr-3 pl-4"
            />
          ) : null}
          {isOpen ? (
            <ul className="max-h-[28dvh] divide-y divide-line overflow-y-auto sm:max-h-[min(22rem,50dvh)] border-line border-t">
              {uploads.map((upload) => (
                <UploadRow key={upload.id} upload={upload} queue={queue} />
              ))}
            </ul>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function summary(uploads: readonly Upload[]): string {
  if (uploads.length === 0) return '';
  const underWay = uploads.filter(isUnderWay).length;
  if (underWay > 0) return `Uploading: ${underWay} of ${plural(uploads.length, 'file')} to go`;
  const open = uploads.filter(needsAttention).length;
  const done = `${plural(uploads.length - open, 'file')} uploaded`;
  return open > 0 ? `${done}, ${open} to look at` : done;
}

/** Opens for new files, and folds up when the reader goes to another page, where it could be in the way. */
function useOpenPanel(count: number): [boolean, (isOpen: boolean) => void] {
  const path = usePathname();
  const [isOpen, setIsOpen] = useState(true);
  const [last, setLast] = useState({ path, count });
  if (last.path !== path || last.count !== count) {
    setLast({ path, count });
    if (count > last.count) setIsOpen(true);
    else if (path !== last.path) setIsOpen(false);
  }
  return [isOpen, setIsOpen];
}

function useWarningBeforeLeaving(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
