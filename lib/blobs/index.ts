export { blobPath, readBlob, removeBlob, type StoredBlob, writeBlob } from './store.ts';
