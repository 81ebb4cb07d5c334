import { methodWords } from '#app/_ui/method-in-words.ts';
import { roleWords } from '#app/_ui/role-words.ts';
import { scopesInWords } from '#app/_ui/token-scopes.ts';
import { sizeInWords } from '#app/_ui/words.ts';
import type { AuditEntry } from '#lib/audit/index.ts';
import { AUTO_LANGUAGE, exportFormatFacts, languagesInWords } from '#lib/contracts/index.ts';

type Detail = AuditEntry['details'][string];

/** `words` of a moment are ISO 8601, to be told as the reader likes. */
export type SaidDetail = { name: string; words: string; isMoment: boolean };

/** What an act's details say; nothing for what says nothing. */
export function detailsInWords({ act, details }: Pick<AuditEntry, 'act' | 'details'>): SaidDetail[] {
  return Object.entries(details).flatMap(([name, value]) => {
    const words = isRole(act, name) ? nameOf(roleWords, value) : inWords(name, value);
    return words === '' ? [] : [{ name: nameInWords(name), words, isMoment: isMoment.test(words) }];
  });
}

const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function isRole(act: string, name: string): boolean {
  const isAboutRoles = act === 'member.role_changed' || act === 'workspace.handed_over';
  return name === 'role' || (isAboutRoles && (name === 'before' || name === 'after'));
}

/** Where the portal has words of its own. */
const ownWords: Partial<Record<string, (value: Detail) => string>> = {
  bytes: (value) => sizeInWords(Number(value)),
  method: (value) => nameOf(methodWords, value),
  way: (value) => (value === 'oidc' ? 'single sign-on' : plainly(value)),
  reason: plainly,
  code: plainly,
  state: plainly,
  changed: (value) => textsOf(value).map(plainly).join(', '),
  scopes: (value) => scopesInWords(textsOf(value)),
  languages: (value) => {
    const codes = textsOf(value);
    return codes.includes(AUTO_LANGUAGE) ? 'found on each page' : languagesInWords(codes);
  },
  format: (value) =>
    Object.entries(exportFormatFacts).find(([format]) => format === value)?.[1].name ?? String(value),
};

function inWords(name: string, value: Detail): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  const own = ownWords[name];
  if (own) return own(value);
  if (Array.isArray(value)) return value.map((each) => inWords(name, each)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As it is where this release does not know it. */
function nameOf(names: Readonly<Record<string, string>>, value: Detail): string {
  return (typeof value === 'string' && Object.hasOwn(names, value) && names[value]) || String(value);
}

function textsOf(value: Detail): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** `in_review` as "in review", `timeZone` as "time zone". */
function plainly(name: Detail): string {
  return String(name)
    .replaceAll('_', ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** `keptContent` as "Kept content". */
function nameInWords(name: string): string {
  if (name === 'bytes') return 'Size';
  const words = plainly(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
