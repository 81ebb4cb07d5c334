import { z } from 'zod';
import { idSchema } from './id.ts';
import { folderNameSchema, tagColorSchema, tagNameSchema, tagSchema } from './library.ts';
import { takesNothing } from './operation.ts';
import { wholeListSchema } from './portal-list.ts';

const ofTag = z.object({ tag_id: idSchema });
const ofFolder = z.object({ folder_id: idSchema });
const tagInputSchema = z.strictObject({ name: tagNameSchema, color: tagColorSchema });

export const portalTagSchema = tagSchema
  .extend({ documents: z.number().int().describe('How many carry it, the trash apart.') })
  .meta({ id: 'Tag' });

export const portalFolderSchema = z
  .object({
    id: z.string(),
    /** Null at the top. */
    parent_id: z.string().nullable(),
    name: z.string(),
    /** Directly in it, the trash apart. */
    documents: z.number().int(),
  })
  .meta({ id: 'Folder' });

const library = { tag: 'library', ...takesNothing } as const;
const taken = { '409': 'The name is taken.' } as const;

export const portalLibraryOperations = {
  listTags: {
    ...library,
    method: 'GET',
    path: '/api/v1/tags',
    summary: 'List tags by name.',
    permission: 'document:read',
    reply: wholeListSchema(portalTagSchema),
  },
  createTag: {
    ...library,
    method: 'POST',
    path: '/api/v1/tags',
    summary: 'Make a tag.',
    status: 201,
    permission: 'document:write',
    body: tagInputSchema,
    example: { name: 'Invoices', color: 'green' },
    problems: taken,
    reply: portalTagSchema,
  },
  changeTag: {
    ...library,
    method: 'PUT',
    path: '/api/v1/tags/{tag_id}',
    summary: 'Rename or colour a tag, wherever it is used.',
    status: 204,
    permission: 'document:write',
    params: ofTag,
    body: tagInputSchema,
    example: { name: 'Bills', color: 'teal' },
    problems: taken,
    reply: z.undefined(),
  },
  deleteTag: {
    ...library,
    method: 'DELETE',
    path: '/api/v1/tags/{tag_id}',
    summary: 'Take a tag from all documents and forget it.',
    status: 204,
    permission: 'document:write',
    params: ofTag,
    reply: z.undefined(),
  },
  listFolders: {
    ...library,
    method: 'GET',
    path: '/api/v1/folders',
    summary: 'List all folders by name; `parent_id` makes the tree.',
    permission: 'document:read',
    reply: wholeListSchema(portalFolderSchema),
  },
  createFolder: {
    ...library,
    method: 'POST',
    path: '/api/v1/folders',
    summary: 'Make a folder in another one, or at the top.',
    status: 201,
    permission: 'document:write',
    body: z.strictObject({ name: folderNameSchema, parent_id: idSchema.nullable().default(null) }),
    example: { name: '2026' },
    problems: taken,
    reply: portalFolderSchema,
  },
  changeFolder: {
    ...library,
    method: 'PATCH',
    path: '/api/v1/folders/{folder_id}',
    summary: 'Rename a folder, or move it with all that is in it.',
    status: 204,
    permission: 'document:write',
    params: ofFolder,
    body: z.strictObject({
      name: folderNameSchema.optional(),
      parent_id: idSchema.nullable().optional().describe('Null is the top.'),
    }),
    example: { name: '2027' },
    problems: taken,
    reply: z.undefined(),
  },
  deleteFolder: {
    ...library,
    method: 'DELETE',
    path: '/api/v1/folders/{folder_id}',
    summary: 'Delete a folder that is empty; with `keep_content=true` what is in it moves up.',
    status: 204,
    permission: 'document:write',
    params: ofFolder,
    query: z.object({ keep_content: z.stringbool().default(false) }),
    problems: { '409': 'It is not empty, or a name in it is taken further up.' },
    reply: z.undefined(),
  },
} as const;

export type PortalTagWire = z.infer<typeof portalTagSchema>;
export type PortalFolderWire = z.infer<typeof portalFolderSchema>;
