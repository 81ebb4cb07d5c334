export { unusedBlobKeys } from './blob-reference-store.ts';
export {
  blobPath,
  readBlob,
  removeBlob,
  removeBrokenWrites,
  type StoredBlob,
  writeBlob,
} from './store.ts';
