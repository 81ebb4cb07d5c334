export * from './documents.ts';
export * from './forms.ts';
export * from './page-reading.ts';
