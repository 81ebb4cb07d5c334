const MOST_REMEMBERED = 8;

/** Newest first. Kept by this browser alone. */
export function rememberedSearches(slug: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(slug)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(slug: string, query: string): void {
  const text = query.trim();
  if (text === '') return;
  const others = rememberedSearches(slug).filter((other) => other !== text);
  try {
    localStorage.setItem(keyOf(slug), JSON.stringify([text, ...others].slice(0, MOST_REMEMBERED)));
  } catch {
    // A browser that keeps nothing does without.
  }
}

export function forgetSearches(slug: string): void {
  localStorage.removeItem(keyOf(slug));
}

function keyOf(slug: string): string {
  return `lectern-searches-${slug}`;
}
