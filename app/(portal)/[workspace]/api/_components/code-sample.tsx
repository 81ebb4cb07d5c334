'use client';

import { CopyButton } from '#app/_ui/copy-button.tsx';

/** Code to take along; long lines scroll inside. */
export function CodeSample({ label, code }: { label: string; code: string }) {
  return (
    <div className="flex items-start rounded-normal border border-line bg-sheet">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto p-4 font-mono text-small"
      >
        <code>{code}</code>
      </pre>
      <CopyButton size="small" className="m-1 sm:m-2" label="Copy" isCompact what={label} text={() => code} />
    </div>
  );
}
