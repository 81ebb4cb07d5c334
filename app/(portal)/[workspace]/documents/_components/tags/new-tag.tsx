'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { TextField } from '#app/_ui/text-field.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { type Tag, type TagColor, tagColors } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { createTag } from '../../library-actions.ts';
import { useLibrary } from '../library-context.tsx';
import { ColorChoice } from './color-choice.tsx';

/** Makes a tag where tags are chosen. */
export function NewTag({ onMade }: { onMade: (tag: Tag) => void }) {
  const { slug } = useWorkspace();
  const { tags } = useLibrary();
  const router = useRouter();
  const [name, setName] = useState('');
  const [color, setColor] = useState<TagColor>(() => leastUsed(tags.map((tag) => tag.color)));
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const result = await outcomeOf(() => createTag({ workspace: slug, name, color }));
    setPending(false);
    setProblem(result.ok ? undefined : (result.error.fields?.name ?? result.error.message));
    if (!result.ok) return;
    setName('');
    onMade(result.data);
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void make(event)} className="space-y-3">
      <div className="flex items-end gap-2">
        <TextField
          label="New tag"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          problem={problem}
          className="min-w-0 flex-1"
        />
        <Button type="submit" pending={pending} disabled={name.trim() === ''}>
          <Plus aria-hidden className="size-4" />
          Create
        </Button>
      </div>
      <ColorChoice label="Colour of the new tag" value={color} onChange={setColor} />
    </form>
  );
}

function leastUsed(used: readonly TagColor[]): TagColor {
  const count = (color: TagColor) => used.filter((each) => each === color).length;
  return tagColors.reduce((best, color) => (count(color) < count(best) ? color : best));
}
