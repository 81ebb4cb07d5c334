export { blobPath } from './folder.ts';
export { blobFile, dropColdCopies } from './local-copies.ts';
export { removeUnusedBlobs } from './remove-unused-blobs.ts';
export { readBlob, removeBrokenWrites, type StoredBlob, writeBlob } from './store.ts';
export { discardBlob, holdBlob, usingBlob } from './using-blob.ts';
