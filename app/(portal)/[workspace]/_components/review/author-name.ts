/** Who did something, in words: a person by name, a program by the name of its API token. */
export function authorName(person: string | null, apiToken: string | null): string {
  return person ?? (apiToken === null ? 'Somebody unknown' : `API token ${apiToken}`);
}
