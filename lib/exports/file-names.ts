import { type ExportFormat, exportFormatFacts } from '#lib/contracts/index.ts';

const ZIP = 'application/zip';
// Windows keeps these for devices, whatever extension follows, and takes none of these signs.
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const MAX_LENGTH = 120;

/** A document's name without its extension, as a file can be called on every system. */
export function baseName(documentName: string): string {
  const plain = documentName
    .normalize('NFC')
    .replace(/\.[^.]{1,5}$/, '')
    .replace(UNSAFE, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...plain].slice(0, MAX_LENGTH).join('').trimEnd();
  if (short === '') return 'Untitled';
  return DEVICES.test(short) ? `${short}_` : short;
}

/** Gives out names of which no two are the same, not even to a system that ignores case: "a", "a (2)", … */
export function createNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
    taken.add(name.toLowerCase());
    return name;
  };
}

export function contentTypeOf(name: string, format: ExportFormat): string {
  return name.endsWith('.zip') ? ZIP : exportFormatFacts[format].contentType;
}
