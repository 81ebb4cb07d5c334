import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '#lib/access/index.ts';
import { writeBlob } from '#lib/blobs/index.ts';
import type { UploadReceipt } from '#lib/contracts/index.ts';
import { MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { recordUpload } from './record-upload.ts';

/** Files of our own for a first try; lib/testing/make-samples.ts draws them. */
const samples = {
  receipt: { file: 'receipt.jpg', name: 'Sample receipt.jpg', contentType: 'image/jpeg' },
  report: { file: 'report.pdf', name: 'Sample report.pdf', contentType: 'application/pdf' },
} as const;

export type SampleName = keyof typeof samples;
export const sampleNames = ['receipt', 'report'] as const satisfies readonly SampleName[];

/** Uploads one of the samples as if the person had sent it. */
export async function uploadSample(scope: Scope, sample: SampleName): Promise<UploadReceipt> {
  const { file, name, contentType } = samples[sample];
  // All our processes run in the project's folder; a bundler may have moved this module elsewhere.
  const path = join(process.cwd(), 'lib/documents/samples', file);
  const blob = await writeBlob(createReadStream(path), { maxBytes: MAX_UPLOAD_BYTES });
  return recordUpload(scope, { name, contentType, blob });
}
