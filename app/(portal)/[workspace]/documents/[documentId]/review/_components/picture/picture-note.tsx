import type { ReactNode } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Spinner } from '#app/_ui/spinner.tsx';
import type { LargePicture } from './use-large-picture.ts';

type Props = { large: LargePicture; isDrawing: boolean; drawingChoice: ReactNode; hasNoBoxes: boolean };

/** What there is to say about the picture, at its lower edge. */
export function PictureNote({ large, isDrawing, drawingChoice, hasNoBoxes }: Props) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 flex flex-col items-center gap-2 p-3">
      <div role="status">
        {isDrawing ? (
          <Note>
            Draw a box around the text. Or move it with the arrow keys, change its size with Shift and the
            arrow keys, and press Enter; Esc leaves.
          </Note>
        ) : large.step === 'waiting' ? (
          <Note>
            <Spinner /> Drawing a sharper picture …
          </Note>
        ) : large.step === 'failed' ? (
          <Note>
            A sharper picture could not be had.
            <Button size="small" className="pointer-events-auto" onClick={large.retry}>
              Try again
            </Button>
          </Note>
        ) : hasNoBoxes ? (
          <Note>What read this page tells no places of its words, so none can be shown on the picture.</Note>
        ) : null}
      </div>
      {isDrawing && drawingChoice ? (
        <div className="pointer-events-auto rounded-normal border border-line bg-sheet px-3 py-1.5 shadow-lift">
          {drawingChoice}
        </div>
      ) : null}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <p className="flex max-w-prose items-center gap-2 rounded-normal border border-line bg-sheet px-3 py-1.5 text-small shadow-lift">
      {children}
    </p>
  );
}
