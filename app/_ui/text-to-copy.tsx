import { CopyButton } from './copy-button.tsx';

/** A secret in full, to be selected or copied. `what` names it: "The link". */
export function TextToCopy({ text, what }: { text: string; what: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3 pt-1">
      <code className="min-w-0 select-all rounded-small bg-sheet px-2 py-1 font-mono [overflow-wrap:anywhere]">
        {text}
      </code>
      <CopyButton size="small" label="Copy" what={what} text={() => text} />
    </div>
  );
}
