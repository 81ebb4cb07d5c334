import { BoxSelect, Maximize, MoveHorizontal, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { MAX_ZOOM, MIN_ZOOM } from './geometry.ts';
import type { ViewControls } from './use-view.ts';

export const ZOOM_STEP = 1.25;

type Props = {
  controls: ViewControls;
  /** Null: no box can be drawn here. */
  drawing: { isOn: boolean; toggle: () => void } | null;
};

export function PictureToolbar({ controls, drawing }: Props) {
  const { view, fit, zoomBy, zoomTo, fitTo, turnOnce } = controls;
  const zoom = view?.zoom ?? 1;
  return (
    <div
      role="toolbar"
      aria-label="Picture"
      className="flex min-h-13 shrink-0 flex-wrap items-center gap-0.5 border-line border-b bg-sheet px-2 py-0.5"
    >
      <Tool label="Smaller" isEnd={zoom <= MIN_ZOOM} onClick={() => zoomBy(1 / ZOOM_STEP)}>
        <ZoomOut aria-hidden className="size-4.5" />
      </Tool>
      <Button
        variant="quiet"
        size="small"
        className="min-w-14 px-1 tabular-nums"
        title="As large as on paper (1)"
        onClick={() => zoomTo(1)}
      >
        <span className="sr-only">Size: </span>
        {view ? Math.round(zoom * 100) : '–'} %
      </Button>
      <Tool label="Larger" isEnd={zoom >= MAX_ZOOM} onClick={() => zoomBy(ZOOM_STEP)}>
        <ZoomIn aria-hidden className="size-4.5" />
      </Tool>
      <Tool label="Fit the width" keys="W" isPressed={fit === 'width'} onClick={() => fitTo('width')}>
        <MoveHorizontal aria-hidden className="size-4.5" />
      </Tool>
      <Tool label="Show the whole page" keys="0" isPressed={fit === 'page'} onClick={() => fitTo('page')}>
        <Maximize aria-hidden className="size-4.5" />
      </Tool>
      <Tool label="Turn" keys="R" onClick={turnOnce}>
        <RotateCw aria-hidden className="size-4.5" />
      </Tool>
      {drawing ? (
        <Tool label="Draw a box around missed text" isPressed={drawing.isOn} onClick={drawing.toggle}>
          <BoxSelect aria-hidden className="size-4.5" />
        </Tool>
      ) : null}
    </div>
  );
}

type ToolProps = Pick<ComponentProps<'button'>, 'onClick'> & {
  label: string;
  keys?: string;
  isPressed?: boolean;
  isEnd?: boolean;
  children: ReactNode;
};

function Tool({ label, keys, isPressed, isEnd = false, onClick, children }: ToolProps) {
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-pressed={isPressed}
      aria-disabled={isEnd}
      onClick={isEnd ? undefined : onClick}
      className={classNames(
        isPressed && 'bg-accent-wash text-accent',
        isEnd && 'cursor-not-allowed opacity-40',
      )}
    >
      {children}
    </Button>
  );
}
