import type { Person } from '#lib/contracts/index.ts';
import { AssigneeSelect } from '../../../../../_components/review/assignee-select.tsx';
import { PresentPeople } from '../presence/present-people.tsx';
import type { DiscussionVerbs } from './use-discussion.ts';

type Props = { talk: DiscussionVerbs; others: readonly Person[]; mayAssign: boolean };

/** Who else is on the page, and who is to review the document. */
export function ReviewPeople({ talk: { discussion, assign }, others, mayAssign }: Props) {
  if (!discussion) return <PresentPeople people={others} />;
  const { assignee, people } = discussion;
  const reviewers = people.filter(({ id, mayReview }) => mayReview || id === assignee?.id);
  return (
    <>
      <PresentPeople people={others} />
      {/* On phones the queue is the place for it. */}
      <div className="flex items-center gap-2 pl-1 text-small max-sm:hidden">
        <span className="text-ink-soft max-xl:sr-only">Reviewer</span>
        {mayAssign ? (
          <AssigneeSelect
            label="Reviewer of this document"
            value={assignee?.id ?? null}
            reviewers={reviewers}
            nobody="Nobody yet"
            onChange={(id) => void assign(id)}
            className="max-w-40 sm:h-8"
          />
        ) : (
          (assignee?.name ?? 'Nobody yet')
        )}
      </div>
    </>
  );
}
