'use client';

import { classNames } from '#app/_ui/class-names.ts';
import { type Size, type Turn, turnedSize } from './geometry.ts';
import type { PagePicture } from './use-page-picture.ts';

type Props = {
  number: number;
  picture: PagePicture;
  /** Shown over the usual picture once it has come. */
  largeUrl: string | null;
  /** By which the picture is turned to stand upright. */
  turned: Turn;
  /** Of the upright sheet. */
  sheet: Size;
};

/** The picture on its sheet, whose paper stands there before the picture comes. */
export function PageSheet({ number, picture, largeUrl, turned, sheet }: Props) {
  const { url, step, round, noteShown, noteFailed } = picture;
  return (
    <div
      className={classNames('absolute inset-0', step === 'shown' ? 'bg-white' : 'animate-breathe bg-well')}
    >
      {url ? (
        // biome-ignore lint/performance/noImgElement: already the right size, and private to the reader.
        <img
          key={`${url} ${round}`}
          ref={(image) => {
            // It may have come before React did.
            if (step === 'loading' && image?.complete && image.naturalWidth > 0) noteShown(image);
          }}
          src={url}
          alt={`Scan of page ${number}`}
          decoding="async"
          fetchPriority="high"
          draggable={false}
          onLoad={(event) => noteShown(event.currentTarget)}
          onError={noteFailed}
          style={uprightStyle(sheet, turned)}
          className={classNames('absolute max-w-none select-none', step === 'failed' && 'hidden')}
        />
      ) : (
        <span role="status" className="sr-only">
          The picture of page {number} is being made.
        </span>
      )}
      {largeUrl && step === 'shown' ? (
        // biome-ignore lint/performance/noImgElement: as above.
        <img
          src={largeUrl}
          alt=""
          data-testid="large-picture"
          decoding="async"
          draggable={false}
          style={uprightStyle(sheet, turned)}
          className="absolute max-w-none select-none"
        />
      ) : null}
    </div>
  );
}

/** Lays the picture, as it is stored, upright onto the sheet. */
function uprightStyle(sheet: Size, turned: Turn) {
  const { width, height } = turnedSize(sheet, turned);
  return {
    width,
    height,
    left: (sheet.width - width) / 2,
    top: (sheet.height - height) / 2,
    transform: turned === 0 ? undefined : `rotate(${turned}deg)`,
  };
}
