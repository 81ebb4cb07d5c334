import { classNames } from '#app/_ui/class-names.ts';
import type { Tag, TagColor } from '#lib/contracts/index.ts';

/** Only a dot carries the colour: names stay readable on it, and nothing is told by colour alone. */
export const tagDots: Record<TagColor, string> = {
  stone: 'bg-[light-dark(#877c69,#a89d8c)]',
  red: 'bg-[light-dark(#b3261e,#f2918a)]',
  amber: 'bg-[light-dark(#b06f00,#f0b95a)]',
  green: 'bg-[light-dark(#2e7d3a,#86cf92)]',
  teal: 'bg-[light-dark(#0f7a7c,#6fd0cc)]',
  blue: 'bg-[light-dark(#1f5fb0,#8ab8f2)]',
  violet: 'bg-[light-dark(#6a3fb0,#bd9cf2)]',
  pink: 'bg-[light-dark(#b02f7a,#f29acb)]',
};

export function TagDot({ color }: { color: TagColor }) {
  return <span aria-hidden className={classNames('size-2.5 shrink-0 rounded-full', tagDots[color])} />;
}

export function TagChip({ tag }: { tag: Tag }) {
  return (
    <span className="inline-flex max-w-48 items-center gap-1.5 rounded-full border border-line bg-desk px-2 py-0.5 text-fine">
      <TagDot color={tag.color} />
      <span className="truncate">{tag.name}</span>
    </span>
  );
}
