export { unusedBlobKeys } from './blob-reference-store.ts';
export { blobPath, readBlob, removeBlob, type StoredBlob, writeBlob } from './store.ts';
export { sweepBlobs } from './sweep-blobs.ts';
