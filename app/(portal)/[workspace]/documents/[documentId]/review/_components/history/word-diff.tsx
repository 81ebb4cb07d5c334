import { diffWords } from '#lib/corrections/index.ts';

type Props = { before: string; after: string; lang?: string | undefined };

/** What was taken out (red, struck through) and put in (green, underlined); said as such by screen readers, too. */
export function WordDiff({ before, after, lang }: Props) {
  let at = 0;
  return (
    <p dir="auto" lang={lang} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {diffWords(before, after).map(({ kind, text }) => {
        const key = at;
        at += text.length + 1;
        if (kind === 'removed') {
          return (
            <del key={key} className="rounded-small bg-bad-wash text-bad decoration-1">
              {text}
            </del>
          );
        }
        if (kind === 'added') {
          return (
            <ins key={key} className="rounded-small bg-good-wash text-good decoration-1 underline-offset-3">
              {text}
            </ins>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
