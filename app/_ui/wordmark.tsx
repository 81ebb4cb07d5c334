/** The name with its sign: an open book on a lectern. With `isCompact` phones show the sign alone. */
export function Wordmark({ isCompact = false }: { isCompact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold font-serif text-large">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 text-accent" fill="none">
        <path
          d="M12 6.5C9.8 5 6.6 4.6 3 5v10.5c3.6-.4 6.8 0 9 1.5 2.2-1.5 5.4-1.9 9-1.5V5c-3.6-.4-6.8 0-9 1.5Zm0 0V17"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
        <path d="M12 17v4M8 21h8" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span className={isCompact ? 'max-sm:sr-only' : undefined}>Lectern</span>
    </span>
  );
}
