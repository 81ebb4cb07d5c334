import type { ReferenceEntry } from './api-reference.ts';

/**
 * A command that calls the operation. It wants the token in `LECTERN_TOKEN` and each id of the path in a variable of
 * its name, such as `DOCUMENT_ID`.
 */
export function curlSample(
  { method, path, fields, example, status }: ReferenceEntry,
  serverUrl: string,
): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const query = fields
    .filter(({ place, sample }) => place === 'query' && sample !== undefined)
    .map(({ name, sample = '' }) => `${name}=${encodeURIComponent(sample)}`);
  const lines = [
    `curl ${method === 'GET' ? '' : `--request ${method} `}"${serverUrl}${[address, ...query].join('?')}"`,
    `--header "Authorization: Bearer $LECTERN_TOKEN"`,
    ...(status === '200' && path.endsWith('/file') ? ['--output file'] : []),
    ...bodyLines(example),
  ];
  return lines.join(' \\\n  ');
}

function bodyLines(example: ReferenceEntry['example']): string[] {
  if (!example) return [];
  const { type, value } = example;
  if (type !== 'application/json')
    return Object.entries(value).map(([name, text]) => `--form '${name}=${String(text)}'`);
  // Ids are put in by the shell.
  const json = JSON.stringify(value).replaceAll(/"(\$[A-Z_]+)"/g, `"'$1'"`);
  return [`--header 'Content-Type: application/json'`, `--data '${json}'`];
}
