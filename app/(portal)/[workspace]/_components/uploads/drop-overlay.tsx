import { FileDown } from 'lucide-react';
import { acceptedInWords } from './check-file.ts';

export function DropOverlay() {
  return (
    <div role="status" className="pointer-events-none fixed inset-0 z-50 bg-desk/90 p-4">
      <div className="flex h-full flex-col items-center justify-center gap-3 rounded-large border-2 border-accent border-dashed px-4 text-center">
        <FileDown aria-hidden className="size-12 text-accent" strokeWidth={1.5} />
        <p className="font-semibold font-serif text-title">Drop to upload and read</p>
        <p className="text-ink-soft">{acceptedInWords}, up to 100 MB each</p>
      </div>
    </div>
  );
}
