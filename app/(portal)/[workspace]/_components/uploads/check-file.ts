import { sizeInWords } from '#app/_ui/words.ts';
import { MAX_UPLOAD_BYTES, uploadMediaTypes } from '#lib/contracts/index.ts';

/** Names count where browsers know no type, as for HEIC on most systems. */
const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'gif', 'avif', 'heic', 'heif'];

/** For the file picker. */
export const acceptedFiles = [...uploadMediaTypes, ...EXTENSIONS.map((extension) => `.${extension}`)].join(
  ',',
);

export const acceptedInWords = 'PDF, JPEG, PNG, WebP, TIFF, GIF, AVIF and HEIC';

/** Why sending this file would be pointless, or null. The server looks at the bytes themselves. */
export function problemOfFile({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): string | null {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? '';
  const isKnown = type
    ? uploadMediaTypes.includes(type) || type === 'image/heif'
    : EXTENSIONS.includes(extension);
  if (!isKnown) return `Lectern cannot read this kind of file. It reads ${acceptedInWords}.`;
  if (size === 0) return 'This file is empty. Check the original and choose it again.';
  if (size > MAX_UPLOAD_BYTES) {
    return `This file has ${sizeInWords(size)}; at most ${sizeInWords(MAX_UPLOAD_BYTES)} are possible. Split it, or scan it at a lower resolution.`;
  }
  return null;
}
