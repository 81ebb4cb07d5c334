/** Where a request came from, as far as its headers tell: for the list of sessions and the sign-in limits. */
export function requestOrigin(headers: Headers): { userAgent: string | null; ipAddress: string | null } {
  // The last address is the one that the nearest proxy, or Next itself, has added; earlier ones are claims.
  const ipAddress = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
  return { userAgent: headers.get('user-agent'), ipAddress };
}
