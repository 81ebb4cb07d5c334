import { FileText } from 'lucide-react';
import { Picture } from '#app/_ui/picture.tsx';

/** A page's small picture in a frame whose size never changes. Decoration: its name stands beside it. */
export function Thumbnail({ url }: { url: string | null }) {
  return (
    <span className="grid h-16 w-12 shrink-0 place-items-center overflow-hidden rounded-small border border-line bg-well">
      <Picture
        url={url}
        fallback={<FileText aria-hidden className="size-5 text-ink-soft" />}
        className="size-full object-cover object-top"
      />
    </span>
  );
}
