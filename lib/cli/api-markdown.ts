import {
  apiReference,
  curlSample,
  portalApi,
  predictionsApi,
  type ReferenceEntry,
  type ReferenceField,
} from '#lib/contracts/index.ts';
import { listModels, type ModelReference, modelReference } from '#lib/models/index.ts';

const HEAD = `# The APIs

Made by \`npm run docs\` from the tables of operations in \`lib/contracts/\`, which also drive the routes and the OpenAPI
documents: \`GET /v1/openapi.json\` describes the predictions API, \`GET /api/v1/openapi.json\` both. A running
installation shows the same at \`/api/docs\`.

There are two, with the same tokens, sent as \`Authorization: Bearer …\`:

- **The predictions API** below \`/v1\` is Replicate's: its official clients work unmodified.
- **The portal's API** below \`/api/v1\` is about documents, jobs, pages and all else that people do in the portal.

Every reply that is not a success is a problem in JSON with \`title\`, \`detail\` and \`status\`, and \`invalid_fields\` where
fields are to blame. A token may create 600 predictions (or documents, jobs, exports) and make 3,000 other requests a
minute unless the operator sets otherwise; the headers \`ratelimit-remaining\` and \`ratelimit-reset\` (seconds) tell how it
stands, and 429 comes with \`Retry-After\`.
`;

const PORTAL = `# The portal's API

What people do in the portal, programs do here, with the same rules: the token's scopes take the place of a role. Names
are in snake_case, times in ISO 8601 (UTC), ids as in the portal's addresses. Long lists come in parts: \`next_cursor\` of
one is the \`cursor\` of the next. A problem also has a \`kind\`, one word for programs. Samples want the token in the
variable \`LECTERN_TOKEN\`, ids in variables of their names, and \`LECTERN\` to hold the address of the installation.
`;

/** The text of docs/api.md. */
export function apiMarkdown(): string {
  const models = listModels({ testModels: false }).map(modelReference).map(modelSection);
  const wire = apiReference(predictionsApi).map(({ name, entries }) => group(name, entries.map(section)));
  const portal = apiReference(portalApi).map(({ name, entries }) => group(name, entries.map(portalSection)));
  return [
    HEAD,
    '# The predictions API\n',
    `## What models take\n\n${models.join('\n')}`,
    ...wire,
    PORTAL,
    ...portal,
  ].join('\n');
}

function group(name: string, sections: readonly string[]): string {
  return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${sections.join('\n')}`;
}

function portalSection(entry: ReferenceEntry): string {
  return `${section(entry)}\n\`\`\`sh\n${curlSample(entry, '$LECTERN')}\n\`\`\`\n`;
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
