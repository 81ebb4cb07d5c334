import { apiReference, type ReferenceEntry, type ReferenceField } from '#lib/contracts/index.ts';
import { listModels, type ModelReference, modelReference } from '#lib/models/index.ts';

const HEAD = `# The API

Made by \`npm run docs\` from the table of operations in \`lib/contracts/operations.ts\`, which also drives the routes and
\`GET /v1/openapi.json\`. A running installation shows the same at \`/api/docs\`.

Lectern speaks Replicate's predictions API: its official clients work unmodified. Send a token as
\`Authorization: Bearer …\`. Every reply that is not a success is a problem in JSON with \`title\`, \`detail\` and \`status\`,
and \`invalid_fields\` where fields are to blame. A token may create 600 predictions and make 3,000 other requests a
minute unless the operator sets otherwise; the headers \`ratelimit-remaining\` and \`ratelimit-reset\` (seconds) tell how it
stands, and 429 comes with \`Retry-After\`.
`;

/** The text of docs/api.md. */
export function apiMarkdown(): string {
  const groups = apiReference().map(
    ({ name, entries }) =>
      `## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${entries.map(section).join('\n')}`,
  );
  const models = listModels({ testModels: false }).map(modelReference).map(modelSection);
  return [HEAD, `## What models take\n\n${models.join('\n')}`, ...groups].join('\n');
}

function section({ method, path, summary, permission, status, fields }: ReferenceEntry): string {
  return `### ${method} ${path}\n\n${summary} Needs ${permission ? `\`${permission}\`` : 'no token'}; answers ${status}.\n${table(fields)}`;
}

function modelSection({ name, readme, fields }: ModelReference): string {
  return `### ${name}\n\n${readme}${table(fields)}`;
}

function table(fields: readonly ReferenceField[]): string {
  const rows = fields.map(row).join('');
  return rows && `\n| | in | type | |\n|---|---|---|---|\n${rows}`;
}

function row({ name, place, type, isRequired, description }: ReferenceField): string {
  const remarks = [isRequired ? 'required' : '', description.replaceAll('|', '\\|')]
    .filter(Boolean)
    .join('; ');
  return `| \`${name}\` | ${place} | ${type} | ${remarks} |\n`;
}
