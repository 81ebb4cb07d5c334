/** Paper is white in the dark too: what is drawn on it keeps the colours of the light theme in globals.css. */
export const onPaper = '[--color-accent:#0f5a5c] [--color-good:#2c6239] [--color-warn:#7c4f00]';
