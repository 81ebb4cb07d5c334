import { Notice } from '#app/_ui/notice.tsx';
import { plural } from '#app/_ui/words.ts';
import type { ImportPreview } from '#lib/contracts/index.ts';
import { WordDiff } from '../../review/_components/history/word-diff.tsx';

/** What an import would change, page by page. */
export function ImportPreviewList({ preview }: { preview: ImportPreview }) {
  const { pages, unread, misshapen } = preview;
  const shown = pages.flatMap(({ number, texts }) => (texts ? [{ number, ...texts }] : []));
  return (
    <div className="space-y-4">
      {misshapen.length > 0 ? (
        <Notice tone="warn" title="Is this the right file?">
          <p>
            {numbers(misshapen)} {misshapen.length === 1 ? 'has' : 'have'} another shape in the file than in
            this document.
          </p>
        </Notice>
      ) : null}
      {unread.length > 0 ? (
        <Notice tone="info">
          <p>{numbers(unread)} cannot take a text yet: nothing has been read there. Everything else can.</p>
        </Notice>
      ) : null}
      <p className="text-ink-soft text-small">
        Struck through: goes. Underlined: comes. The history keeps what the pages say now.
      </p>
      {shown.map(({ number, before, after }) => (
        <section key={number} aria-label={`Page ${number}`} className="space-y-1">
          <h3 className="font-sans font-semibold text-small">Page {number}</h3>
          {before === after ? (
            <p className="text-ink-soft text-small">The same text; places and confidence are the file’s.</p>
          ) : (
            <WordDiff before={before} after={after} />
          )}
        </section>
      ))}
      {pages.length > shown.length ? (
        <p className="text-ink-soft text-small">and {plural(pages.length - shown.length, 'page')} more.</p>
      ) : null}
    </div>
  );
}

function numbers(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${pages.slice(0, 10).join(', ')}${pages.length > 10 ? ' …' : ''}`;
}
