export { exportDocument, type OpenedExport } from './export-document.ts';
export { getExport, listExports } from './list-exports.ts';
export { openExport } from './open-export.ts';
export { removeExpiredExports } from './remove-expired-exports.ts';
export { repeatExport } from './repeat-export.ts';
export { failExport, runExport } from './run-export.ts';
export { startExport } from './start-export.ts';
export type { WritePdf } from './text-layers.ts';
export { workspaceOfExport } from './workspace-of-export.ts';
