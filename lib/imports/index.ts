export { importFile } from './import-file.ts';
export { previewImport } from './preview-import.ts';
