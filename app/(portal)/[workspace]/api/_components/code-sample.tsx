'use client';

import { CopyButton } from '#app/_ui/copy-button.tsx';

/** Code to take along; long lines scroll inside. */
export function CodeSample({ label, code }: { label: string; code: string }) {
  return (
    <div className="rounded-normal border border-line bg-sheet">
      <div className="flex items-center justify-between gap-3 border-line border-b py-0.5 pr-1 pl-4">
        <p className="min-w-0 text-ink-soft text-small">{label}</p>
        <CopyButton size="small" variant="quiet" label="Copy" what={label} text={() => code} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto p-4 font-mono text-small"
      >
        <code>{code}</code>
      </pre>
    </div>
  );
}
