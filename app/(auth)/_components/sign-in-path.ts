/** A page of signing in that remembers where its reader wanted to go: `/sign-in/code?next=…`. */
export function signInPath(page: '' | '/code' | '/link', next: string): string {
  return next === '/' ? `/sign-in${page}` : `/sign-in${page}?next=${encodeURIComponent(next)}`;
}
