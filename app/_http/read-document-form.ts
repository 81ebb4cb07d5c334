import type { z } from 'zod';
import { discardBlob } from '#lib/blobs/index.ts';
import { documentFormSchema, invalidFields, MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { documentName, type ReceivedFile, receiveFile } from '#lib/documents/index.ts';
import { InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import { maxFormBytes, readMultipart } from './read-multipart.ts';

const optionsSchema = documentFormSchema.omit({ file: true });

export type DocumentForm = z.output<typeof optionsSchema> & { file: ReceivedFile };

/**
 * Reads the multipart form that uploads a document; its bytes are stored as they arrive. Whoever does not use the file
 * discards it. @throws LimitReached above 100 MB; BadRequest when the form breaks off; InvalidInput for a file that
 * cannot be read, or naming the part that is wrong
 */
export async function readDocumentForm(request: Request): Promise<DocumentForm> {
  if (Number(request.headers.get('content-length')) > maxFormBytes(MAX_UPLOAD_BYTES))
    throw new LimitReached(`The file is larger than ${MAX_UPLOAD_BYTES / 1_048_576} MB.`);
  const { content: file, fields } = await readMultipart(request, {
    part: 'file',
    take: ({ bytes, name = '' }) => receiveFile({ name, bytes }),
    discard: discardBlob,
  });
  if (!file) throw problem([{ field: '', type: 'required', description: 'file is required' }]);
  const given = Object.fromEntries(fields);
  const options = optionsSchema.safeParse(given);
  if (!options.success) {
    await discardBlob(file);
    throw problem(invalidFields(options.error, given));
  }
  const { name = file.name } = options.data;
  return { ...options.data, file: { ...file, name: documentName(name) } };
}

function problem(fields: ConstructorParameters<typeof InvalidInput>[1]): InvalidInput {
  return new InvalidInput('The form is not right yet.', fields);
}
