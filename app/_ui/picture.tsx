'use client';

import { type CSSProperties, type ReactNode, useState } from 'react';

type Props = {
  url: string | null;
  /** Stands where there is no picture, or none can be loaded. */
  fallback: ReactNode;
  className?: string;
  style?: CSSProperties;
};

/** A small picture that adds nothing to the words beside it. */
export function Picture({ url, fallback, className, style }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  if (url === null || url === failed) return fallback;
  return (
    // biome-ignore lint/performance/noImgElement: already the right size, and private to the reader.
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setFailed(url)}
      className={className}
      style={style}
    />
  );
}
