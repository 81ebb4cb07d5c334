import type { Person } from '#lib/contracts/index.ts';
import { partsOf } from './mention-text.ts';

/** What somebody wrote, with the names of people who are mentioned in it. */
export function CommentText({ body, mentions }: { body: string; mentions: readonly Person[] }) {
  let at = 0;
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {partsOf(body, mentions).map(({ text, person }) => {
        const key = at;
        at += text.length;
        return person ? (
          <span key={key} className="rounded-small bg-accent-wash px-0.5 font-medium text-accent">
            {text}
          </span>
        ) : (
          text
        );
      })}
    </p>
  );
}
