/** Between two groups of ways in. */
export function WayDivider() {
  return (
    <p className="my-6 flex items-center gap-3 text-ink-soft text-small before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      or
    </p>
  );
}
