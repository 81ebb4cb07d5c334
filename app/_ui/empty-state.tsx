import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 'h1' | 'h2';
};

/** What a place says while there is nothing to show: why, and what to do. */
export function EmptyState({ icon: Icon, title, children, actions, level: Heading = 'h2' }: Props) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-3 px-4 py-12 text-center">
      <Icon aria-hidden className="size-10 text-accent" strokeWidth={1.5} />
      <Heading className="text-title">{title}</Heading>
      {children ? <div className="space-y-2 text-ink-soft [overflow-wrap:anywhere]">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2 md:w-max">{actions}</div> : null}
    </div>
  );
}
