import { FileText } from 'lucide-react';

/** A page's small picture in a frame whose size never changes. Decoration: its name stands beside it. */
export function Thumbnail({ url }: { url: string | null }) {
  return (
    <span className="grid h-16 w-12 shrink-0 place-items-center overflow-hidden rounded-small border border-line bg-well">
      {url ? (
        // biome-ignore lint/performance/noImgElement: already the right size, and private to the reader.
        <img src={url} alt="" loading="lazy" decoding="async" className="size-full object-cover object-top" />
      ) : (
        <FileText aria-hidden className="size-5 text-ink-soft" />
      )}
    </span>
  );
}
