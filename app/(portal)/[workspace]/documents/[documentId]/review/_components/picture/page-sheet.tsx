'use client';

import { CloudOff, ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { type Size, type Turn, turnedSize } from './geometry.ts';

type Props = {
  number: number;
  imageUrl: string | null;
  /** Shown over the usual picture once it has come. */
  largeUrl: string | null;
  /** There will never be a picture. */
  isMissing: boolean;
  /** By which the picture is turned to stand upright. */
  turned: Turn;
  /** Of the upright sheet. */
  sheet: Size;
  /** Longest side of the usual picture, in its own pixels. */
  onShown: (pixels: number) => void;
};

/** The picture on its sheet, and what stands there while it has not come. */
export function PageSheet(props: Props) {
  const { number, imageUrl, isMissing } = props;
  if (imageUrl) return <Picture key={imageUrl} {...props} imageUrl={imageUrl} />;
  if (isMissing) return <Absence icon={ImageOff}>There is no picture of this page.</Absence>;
  return (
    <div className="absolute inset-0 animate-breathe bg-well">
      <span role="status" className="sr-only">
        The picture of page {number} is being made.
      </span>
    </div>
  );
}

function Picture({ number, imageUrl, largeUrl, turned, sheet, onShown }: Props & { imageUrl: string }) {
  const [step, setStep] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [round, setRound] = useState(0);
  const isOffline = useOffline();
  function retry() {
    setStep('loading');
    setRound(round + 1);
  }
  useEffect(() => {
    if (step !== 'failed') return;
    const again = () => {
      setStep('loading');
      setRound((before) => before + 1);
    };
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [step]);

  if (step === 'failed') {
    return (
      <Absence icon={isOffline ? CloudOff : ImageOff}>
        {isOffline
          ? 'You are offline. The picture comes when the connection is back.'
          : 'The picture of this page could not be loaded.'}
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </Absence>
    );
  }
  function show(image: HTMLImageElement) {
    setStep('shown');
    onShown(Math.max(image.naturalWidth, image.naturalHeight));
  }
  return (
    <div
      className={classNames('absolute inset-0', step === 'loading' ? 'animate-breathe bg-well' : 'bg-white')}
    >
      {/* biome-ignore lint/performance/noImgElement: already the right size, and private to the reader. */}
      <img
        key={round}
        ref={(image) => {
          if (step === 'loading' && image?.complete && image.naturalWidth > 0) show(image);
        }}
        src={imageUrl}
        alt={`Scan of page ${number}`}
        decoding="async"
        fetchPriority="high"
        draggable={false}
        onLoad={(event) => show(event.currentTarget)}
        onError={() => setStep('failed')}
        style={uprightStyle(sheet, turned)}
        className="absolute max-w-none select-none"
      />
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

function Absence({ icon: Icon, children }: { icon: typeof ImageOff; children: React.ReactNode }) {
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-4 bg-sheet p-8 text-center text-ink-soft">
      <Icon aria-hidden className="size-8" strokeWidth={1.5} />
      {children}
    </div>
  );
}

function useOffline(): boolean {
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    const note = () => setOffline(!navigator.onLine);
    note();
    window.addEventListener('online', note);
    window.addEventListener('offline', note);
    return () => {
      window.removeEventListener('online', note);
      window.removeEventListener('offline', note);
    };
  }, []);
  return isOffline;
}
