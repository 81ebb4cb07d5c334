'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { useLibrary } from '../library-context.tsx';
import { NewTag } from './new-tag.tsx';
import { TagDot } from './tag-chip.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** How many documents, in words. */
  what: string;
  /** Those of them whose tags are known. */
  documents: readonly DocumentSummary[];
  onApply: (change: { add: string[]; remove: string[] }) => void;
};

/** Gives tags to documents and takes them away. A tag that only some carry stays so until it is touched. */
export function TagDialog({ open, onOpenChange, what, documents, onApply }: Props) {
  const { tags } = useLibrary();
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());

  function touch(id: string, isOn: boolean) {
    setTouched((before) => new Map(before).set(id, isOn));
  }
  function change(isOpen: boolean) {
    if (!isOpen) setTouched(new Map());
    onOpenChange(isOpen);
  }
  function apply() {
    const idsOf = (isOn: boolean) => [...touched].flatMap(([id, value]) => (value === isOn ? [id] : []));
    onApply({ add: idsOf(true), remove: idsOf(false) });
    change(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title="Tags"
      description={what}
      className="max-w-md"
      actions={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button variant="primary" disabled={touched.size === 0} onClick={apply}>
            Apply
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {tags.length > 0 ? (
          <ul className="-mx-2">
            {tags.map((tag) => {
              const carriers = documents.filter((document) => document.tags.some(({ id }) => id === tag.id));
              const isMixed =
                !touched.has(tag.id) && carriers.length > 0 && carriers.length < documents.length;
              const isOn = touched.get(tag.id) ?? (carriers.length > 0 && !isMixed);
              return (
                <li key={tag.id}>
                  <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-small px-2 hover:bg-well sm:min-h-9">
                    <input
                      type="checkbox"
                      checked={isOn}
                      ref={(box) => {
                        if (box) box.indeterminate = isMixed;
                      }}
                      onChange={() => touch(tag.id, !isOn)}
                      className="size-4.5 accent-accent"
                    />
                    <TagDot color={tag.color} />
                    <span className="min-w-0 flex-1 truncate">{tag.name}</span>
                    {isMixed ? <span className="text-ink-soft text-small">some of them</span> : null}
                  </label>
                </li>
              );
            })}
          </ul>
        ) : (
          <p className="text-ink-soft">There are no tags yet. Create the first one.</p>
        )}
        <NewTag onMade={(tag) => touch(tag.id, true)} />
      </div>
    </Dialog>
  );
}
