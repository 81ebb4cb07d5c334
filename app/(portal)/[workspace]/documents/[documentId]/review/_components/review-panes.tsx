'use client';

import { Image, type LucideIcon, Text } from 'lucide-react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { classNames } from '#app/_ui/class-names.ts';
import { useWideWindow } from './use-wide-window.ts';

export type PaneName = 'picture' | 'text' | 'side';

type Props = {
  picture: ReactNode;
  text: ReactNode;
  /** A third pane, for as long as somebody wants it. */
  side: { label: string; icon: LucideIcon; content: ReactNode } | null;
  /** The pane that shows where there is room for one: that of the focus, or the one that was asked for. */
  shown: PaneName;
  onShow: (pane: PaneName) => void;
};

/** All panes but one hidden, on small windows. They stay where they are: turning a tablet ends no edit. */
const only: Record<PaneName, string> = {
  picture: 'max-lg:*:hidden! max-lg:[&>#picture]:flex!',
  text: 'max-lg:*:hidden! max-lg:[&>#text]:flex!',
  side: 'max-lg:*:hidden! max-lg:[&>#side]:flex!',
};

/** The panes of the screen, side by side with borders to drag; one at a time on small windows. */
export function ReviewPanes({ picture, text, side, shown, onShow }: Props) {
  const isWide = useWideWindow();
  const panelIds = side ? ['picture', 'text', 'side'] : ['picture', 'text'];
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'lectern-review-panes', panelIds });
  const pane = shown === 'side' && !side ? 'text' : shown;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <PaneTabs side={side} shown={pane} onShow={onShow} />
      <Group
        orientation="horizontal"
        disabled={!isWide}
        {...(defaultLayout && { defaultLayout })}
        onLayoutChanged={onLayoutChanged}
        className={classNames('min-h-0 min-w-0 flex-1', only[pane])}
      >
        <Panel id="picture" minSize="20%" onFocus={() => onShow('picture')} className="flex h-full flex-col">
          {picture}
        </Panel>
        <Border label="Width of the picture" />
        <Panel
          id="text"
          minSize="20%"
          onFocus={() => onShow('text')}
          className="flex h-full flex-col bg-sheet"
        >
          {text}
        </Panel>
        {side ? (
          <>
            <Border label="Width of the text" />
            <Panel
              id="side"
              defaultSize="24%"
              minSize="15%"
              onFocus={() => onShow('side')}
              className="flex h-full flex-col bg-sheet"
            >
              <h2 className="flex shrink-0 items-center border-line border-b px-3 font-sans font-semibold text-small max-lg:sr-only lg:min-h-13">
                {side.label}
              </h2>
              {side.content}
            </Panel>
          </>
        ) : null}
      </Group>
    </div>
  );
}

function Border({ label }: { label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative w-px bg-line outline-none before:absolute before:inset-y-0 before:-left-1 before:z-10 before:w-2 hover:before:bg-accent/30 focus-visible:before:bg-accent data-[separator=active]:before:bg-accent"
    />
  );
}

function PaneTabs({ side, shown, onShow }: Pick<Props, 'side' | 'shown' | 'onShow'>) {
  const tabs: { name: PaneName; label: string; icon: LucideIcon }[] = [
    { name: 'text', label: 'Text', icon: Text },
    { name: 'picture', label: 'Picture', icon: Image },
    ...(side ? [{ name: 'side' as const, label: side.label, icon: side.icon }] : []),
  ];
  return (
    <fieldset className="flex border-line border-b bg-sheet lg:hidden">
      <legend className="sr-only">Show</legend>
      {tabs.map(({ name, label, icon: Icon }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === shown}
          onClick={() => onShow(name)}
          className={classNames(
            '-outline-offset-2 flex min-h-11 flex-1 items-center justify-center gap-2 border-b-2 font-medium text-small',
            name === shown ? 'border-accent' : 'border-transparent text-ink-soft',
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
