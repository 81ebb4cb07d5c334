'use client';

import { useEffect } from 'react';

/** Takes files and pictures pasted anywhere but into a field for text. */
export function useFilePaste(onFiles: (files: File[]) => void): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTextField(event.target)) return;
      event.preventDefault();
      onFiles(files.map(named));
    }
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [onFiles]);
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}

/** Browsers call every pasted picture image.png: give it the moment as its name. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const moment = new Date().toLocaleString('sv').replaceAll(':', '.');
  return new File([file], `Pasted picture ${moment}.png`, { type: file.type });
}
