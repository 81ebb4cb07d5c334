'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural } from '#app/_ui/words.ts';
import type { ActionResult, Tag } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { changeTag, deleteTag } from '../../library-actions.ts';
import { useLibrary } from '../library-context.tsx';
import { ColorChoice } from './color-choice.tsx';
import { NewTag } from './new-tag.tsx';
import { TagDot } from './tag-chip.tsx';

/** All tags of the workspace: to be made, renamed, coloured and deleted. */
export function TagManager({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { tags } = useLibrary();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Manage tags"
      description="A change shows wherever the tag is used."
      className="max-w-lg"
    >
      <div className="space-y-5">
        <ul className="divide-y divide-line">
          {tags.map((tag) => (
            <li key={tag.id} className="py-2">
              {openId === tag.id ? (
                <TagForm tag={tag} onDone={() => setOpenId(null)} />
              ) : (
                <div className="flex items-center gap-3">
                  <TagDot color={tag.color} />
                  <span className="min-w-0 flex-1 truncate">{tag.name}</span>
                  <span className="text-ink-soft text-small">{plural(tag.documents, 'document')}</span>
                  <Button size="small" aria-label={`Change ${tag.name}`} onClick={() => setOpenId(tag.id)}>
                    Change
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
        <NewTag onMade={() => setOpenId(null)} />
      </div>
    </Dialog>
  );
}

function TagForm({ tag, onDone }: { tag: Tag & { documents: number }; onDone: () => void }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [name, setName] = useState(tag.name);
  const [color, setColor] = useState(tag.color);
  const [problem, setProblem] = useState<string>();
  const [isSure, setIsSure] = useState(false);

  async function run(call: () => Promise<ActionResult<null>>) {
    const result = await outcomeOf(call);
    if (!result.ok) return setProblem(result.error.fields?.name ?? result.error.message);
    router.refresh();
    onDone();
  }
  function remove() {
    if (!isSure) return setIsSure(true);
    void run(() => deleteTag({ workspace: slug, tagId: tag.id }));
  }

  return (
    <form
      className="space-y-3 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => changeTag({ workspace: slug, tagId: tag.id, name, color }));
      }}
    >
      <TextField
        label="Name"
        value={name}
        autoFocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        problem={problem}
      />
      <ColorChoice label="Colour" value={color} onChange={setColor} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="small">
          Save
        </Button>
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant={isSure ? 'danger' : 'quiet'} onClick={remove} className="ml-auto">
          <Trash2 aria-hidden className="size-4" />
          {isSure ? `Delete, also from ${plural(tag.documents, 'document')}` : 'Delete'}
        </Button>
      </div>
    </form>
  );
}
