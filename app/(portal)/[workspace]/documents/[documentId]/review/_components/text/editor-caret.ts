export type EditorCaret = { line: string; start: number; end: number };

/** The line in which the caret stands, and where; null when the focus is elsewhere. */
export function editorCaret(): EditorCaret | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement) || !field.matches('[data-line-editor]')) return null;
  const line = field.closest<HTMLElement>('[data-line]')?.dataset.line;
  return line === undefined ? null : { line, start: field.selectionStart, end: field.selectionEnd };
}
