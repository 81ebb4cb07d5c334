'use client';

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import {
  type Extraction,
  type ExtractionLine,
  type PageProgress,
  PICTURE_SIDE,
} from '#lib/contracts/index.ts';
import {
  boxBetween,
  type Point,
  pointOnPage,
  type Size,
  sheetSize,
  transformOf,
  turnedSize,
} from './geometry.ts';
import { Highlights } from './highlights.tsx';
import { PageSheet } from './page-sheet.tsx';
import { PictureAbsence } from './picture-absence.tsx';
import { pressPictureKey } from './picture-keys.ts';
import { PictureNote } from './picture-note.tsx';
import { PictureToolbar } from './picture-toolbar.tsx';
import type { Box, WordPlace } from './places.ts';
import { selectAll, selectedText } from './text-selection.ts';
import { useLargePicture } from './use-large-picture.ts';
import { usePagePicture } from './use-page-picture.ts';
import { inFrame, MIDDLE_BUTTON, usePointers } from './use-pointers.ts';
import { useRegion } from './use-region.ts';
import { useShowing } from './use-showing.ts';
import { useView } from './use-view.ts';
import { useWordPointing } from './use-word-pointing.ts';
import { WordLayer } from './word-layer.tsx';

export type { Box, WordPlace } from './places.ts';

export type PicturePaneProps = {
  documentId: string;
  /** As `DocumentProgress` tells it: the picture before it is turned upright. */
  page: Pick<PageProgress, 'number' | 'width' | 'height' | 'imageUrl' | 'status'>;
  /** `turned` and `size` of the page's extraction; without one 0 and null. */
  turned: Extraction['turned'];
  size: Extraction['size'];
  /** Those that stay the same keep their identity, so that one edit draws one line anew. */
  lines: readonly ExtractionLine[];
  /** Words below this confidence that no person has changed or confirmed are marked as doubtful. */
  threshold?: number;
  /** Outlined, and brought into view when it is outside. */
  active?: WordPlace | null;
  hovered?: WordPlace | null;
  /** Called only when the word under the pointer changes. */
  onHover?: (place: WordPlace | null) => void;
  onActivate?: (place: WordPlace) => void;
  /** Filled: what a search found. */
  hits?: readonly Box[];
  /** Offers to draw a box around missed text. */
  onRegion?: (box: Box) => void;
  /** How the box is to be read; shown while it is drawn. */
  regionChoice?: ReactNode;
  /** Pictures of the pages before and after, fetched when there is time. */
  neighbours?: readonly (string | null)[];
  /** What takes the keyboard: for a shortcut that goes to the picture. */
  viewportRef?: RefObject<HTMLElement | null>;
  className?: string;
};

const noBoxes: readonly Box[] = [];

/**
 * A page's picture with its words over it: to move, zoom, turn and select text on. It fills its parent, which
 * gives it a height. Its keys work while it has the focus: arrows, + − 0 1 W R; Shift+arrows move further.
 */
export function PicturePane(props: PicturePaneProps) {
  const { documentId, page, turned, size, lines, hits = noBoxes } = props;
  const { threshold = 0, active = null, hovered = null } = props;
  const ownFrame = useRef<HTMLElement>(null);
  const frame = props.viewportRef ?? ownFrame;
  const layer = useRef<SVGSVGElement>(null);
  const helpId = useId();
  const [isSpaceDown, setSpaceDown] = useState(false);

  const pixels = size ?? turnedSize(page, turned);
  const sheet = sheetSize(pixels);
  const controls = useView(frame, sheet, `${documentId} ${page.number}`);
  const { view } = controls;
  useShowing(active, lines, pixels, controls);

  const picture = usePagePicture(page.imageUrl);
  // One that is smaller than it may be is all that the file holds.
  const isBlurred =
    picture.pixels >= PICTURE_SIDE && view !== null && screenPixels(sheet, view.zoom) > 1.05 * picture.pixels;
  const large = useLargePicture(documentId, page.number, isBlurred);
  usePreloading(picture.step === 'shown', props.neighbours);

  const isMissing = page.imageUrl === null && (page.status === 'failed' || page.status === 'canceled');

  const region = useRegion(view, sheet, pixels, props.onRegion);
  const onPage = (at: Point) => (view ? pointOnPage(at, view, sheet, pixels) : { x: -1, y: -1 });
  const { onHover, onActivate } = props;
  const words = useWordPointing({ layerRef: layer, lines, onPage, onHover, onActivate });
  const pointers = usePointers({
    frameRef: frame,
    controls,
    strokeFrom(from, event) {
      if (event.button === MIDDLE_BUTTON || isSpaceDown) return null;
      return region.isOn ? region.strokeFrom(from) : words.selectionFrom(from, event);
    },
    onTap: (at) => (region.isOn ? undefined : words.tap(at)),
    onHover: words.hover,
  });

  function toggleRegion() {
    const { clientWidth: x = 0, clientHeight: y = 0 } = frame.current ?? {};
    region.toggle(boxBetween(onPage({ x: 0, y: 0 }), onPage({ x, y })));
    frame.current?.focus({ preventScroll: true });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    const isSpace = event.key === ' ';
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    if (isSpace) setSpaceDown(true);
    if (isAll && layer.current) selectAll(layer.current);
    const isOurs = isSpace || isAll || region.onKey(event) || pressPictureKey(event, controls);
    if (isOurs) event.preventDefault();
  }

  return (
    <div className={classNames('flex min-h-0 min-w-0 flex-col bg-desk', props.className)}>
      <PictureToolbar
        controls={controls}
        drawing={props.onRegion && size ? { isOn: region.isOn, toggle: toggleRegion } : null}
      />
      <div className="relative min-h-0 flex-1">
        <section
          ref={frame}
          aria-label={`Picture of page ${page.number}`}
          aria-describedby={helpId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves must be reachable by keyboard.
          tabIndex={0}
          {...pointers}
          onMouseDown={(event) => {
            if (isButton(event.target)) return;
            // Else the browser would select by its own measure.
            event.preventDefault();
            frame.current?.focus({ preventScroll: true });
          }}
          onDoubleClick={({ clientX, clientY }) => words.selectWord(inFrame(frame.current, clientX, clientY))}
          onKeyDown={onKeyDown}
          onKeyUp={({ key }) => (key === ' ' ? setSpaceDown(false) : undefined)}
          onBlur={() => setSpaceDown(false)}
          onCopy={(event) => {
            const text = layer.current ? selectedText(layer.current, lines) : '';
            if (text === '') return;
            event.preventDefault();
            event.clipboardData.setData('text/plain', text);
          }}
          className={classNames(
            'absolute inset-0 overflow-hidden outline-none',
            // Above the sheet, which would hide an outline.
            'focus-visible:after:-outline-offset-2 after:pointer-events-none after:absolute after:inset-0',
            'focus-visible:after:outline-2 focus-visible:after:outline-accent',
            // A finger scrolls past a page that is seen as a whole.
            controls.isWhole && !region.isOn ? 'touch-pan-y' : 'touch-none',
            region.isOn
              ? 'cursor-crosshair'
              : words.isOverWord && !isSpaceDown
                ? 'cursor-text'
                : 'cursor-grab',
          )}
        >
          <div
            data-testid="sheet"
            style={{
              ...sheet,
              transform: view ? transformOf(view, sheet) : undefined,
              visibility: view ? 'visible' : 'hidden',
            }}
            className={classNames(
              // Paper is white in the dark as well, and the colours upon it are those of the light.
              'scheme-light absolute top-0 left-0 origin-top-left overflow-hidden rounded-small shadow-sheet',
              controls.isGliding && 'transition-transform duration-200',
            )}
          >
            <PageSheet
              number={page.number}
              picture={picture}
              largeUrl={large.step === 'ready' ? large.url : null}
              turned={turned}
              sheet={sheet}
            />
            <WordLayer key={page.number} ref={layer} lines={lines} page={pixels} threshold={threshold} />
            <Highlights {...{ lines, active, hovered, hits }} page={pixels} region={region.box} />
          </div>
          {picture.step === 'failed' ? <PictureAbsence retry={picture.retry} /> : null}
          {isMissing ? <PictureAbsence retry={null} /> : null}
        </section>
        <p id={helpId} className="sr-only">
          Arrow keys move the page, plus and minus change its size, 0 shows the whole page, 1 its size on
          paper, W fits its width, R turns it.
        </p>
        <PictureNote
          large={large}
          isDrawing={region.isOn}
          drawingChoice={props.regionChoice}
          hasNoBoxes={hasNoBoxes(lines)}
        />
      </div>
    </div>
  );
}

/** Of the longest side of the sheet. */
function screenPixels({ width, height }: Size, zoom: number): number {
  return Math.max(width, height) * zoom * window.devicePixelRatio;
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

function hasNoBoxes(lines: readonly ExtractionLine[]): boolean {
  return lines.length > 0 && lines.every(({ box, words }) => !box && words.every((word) => !word.box));
}

/** Fetches the pages on both sides once this one is there, so that turning over is instant. */
function usePreloading(isShown: boolean, neighbours: readonly (string | null)[] = []) {
  const urls = neighbours.filter((url) => url !== null).join(' ');
  useEffect(() => {
    if (!isShown) return;
    for (const url of urls.split(' ').filter(Boolean)) new Image().src = url;
  }, [isShown, urls]);
}
