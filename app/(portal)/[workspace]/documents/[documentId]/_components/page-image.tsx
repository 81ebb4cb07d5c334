'use client';

import { useState } from 'react';
import { classNames } from '#app/_ui/class-names.ts';
import type { PageProgress } from '#lib/contracts/index.ts';

/** The page's picture in a frame of the page's own proportions, which stands before the picture comes. */
export function PageImage({ page }: { page: PageProgress }) {
  const { imageUrl, number, width, height } = page;
  const [shownUrl, setShownUrl] = useState<string>();
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const isShown = imageUrl !== null && shownUrl === imageUrl;
  const isBroken = imageUrl !== null && brokenUrl === imageUrl;
  // What could not be read for its bytes cannot be drawn either.
  const isMissing = imageUrl === null && page.status === 'failed';
  return (
    <div
      style={{ aspectRatio: `${width} / ${height}` }}
      className={classNames(
        'relative mx-auto w-full overflow-hidden rounded-small bg-well shadow-sheet',
        !isShown && !isBroken && !isMissing && 'animate-breathe',
      )}
    >
      {isBroken ? (
        <p className="p-6 text-center text-ink-soft">The picture of this page could not be loaded.</p>
      ) : null}
      {imageUrl && !isBroken ? (
        // biome-ignore lint/performance/noImgElement: already the right size, and private to the reader.
        <img
          key={imageUrl}
          ref={(image) => {
            if (image?.complete && image.naturalWidth > 0) setShownUrl(imageUrl);
          }}
          src={imageUrl}
          alt={`Scan of page ${number}`}
          decoding="async"
          onLoad={() => setShownUrl(imageUrl)}
          onError={() => setBrokenUrl(imageUrl)}
          className="absolute inset-0 size-full object-contain"
        />
      ) : null}
      {isMissing ? <p className="p-6 text-center text-ink-soft">There is no picture of this page.</p> : null}
      {imageUrl || isMissing ? null : (
        <span className="sr-only">The picture of page {number} is being made.</span>
      )}
    </div>
  );
}
