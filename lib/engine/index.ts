export type { DocumentInfo, PageSize } from './document-info.ts';
export { EngineError, type EngineErrorCode } from './engine-error.ts';
export type { Block, Box, Line, PageReading, Word } from './page-reading.ts';
export { createEnginePool, type EnginePool, type EnginePoolOptions } from './pool/create-engine-pool.ts';
export type { EngineEvent } from './pool/engine-event.ts';
export { confidenceScales } from './read/calibrate-confidence.ts';
export { type TextLayerMode, textLayerModes } from './reading-options.ts';
export type { LayerLine, LayerWord, SearchablePdf, TextLayer } from './searchable-pdf/text-layer.ts';
