export { unusedBlobKeys } from './blob-reference-store.ts';
export { blobPath } from './folder.ts';
export { blobFile, dropColdCopies } from './local-copies.ts';
export {
  readBlob,
  removeBlob,
  removeBrokenWrites,
  type StoredBlob,
  writeBlob,
} from './store.ts';
export { discardBlob, holdBlob, usingBlob } from './using-blob.ts';
