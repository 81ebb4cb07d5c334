import { defineMethods } from '#app/_http/define-methods.ts';
import type { Handler } from '#app/_http/define-route.ts';
import { fileReply } from '#app/_http/file-reply.ts';
import { problemReply } from '#app/_http/problem.ts';
import { operations } from '#lib/contracts/index.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { openDownload } from '#lib/predictions/index.ts';

const { params, query } = operations.downloadFile;
const addressSchema = params.extend(query.shape);

/** For whoever has the address: its signature stands for a token. */
const get: Handler = async (request, context) => {
  try {
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const address = addressSchema.safeParse({ ...given, ...Object(await context.params) });
    if (!address.success) throw new NotFound('File not found');
    return await fileReply(await openDownload(address.data), { request });
  } catch (error) {
    return problemReply(error);
  }
};

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: get });
