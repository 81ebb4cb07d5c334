import { sizeInWords } from '#app/_ui/words.ts';
import type { AuditEntry } from '#lib/audit/index.ts';

type Detail = AuditEntry['details'][string];

/** "Page: 3 · Folder: Invoices"; nothing for what says nothing. */
export function detailsInWords(details: AuditEntry['details']): string {
  return Object.entries(details)
    .flatMap(([name, value]) => {
      const words = inWords(name, value);
      return words === '' ? [] : [`${nameInWords(name)}: ${words}`];
    })
    .join(' · ');
}

function inWords(name: string, value: Detail): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map((each) => inWords(name, each)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return name === 'bytes' && typeof value === 'number' ? sizeInWords(value) : String(value);
}

/** `keptContent` as "Kept content". */
function nameInWords(name: string): string {
  if (name === 'bytes') return 'Size';
  const words = name.replaceAll('_', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
