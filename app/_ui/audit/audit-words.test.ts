import { expect, it } from 'vitest';
import type { AuditEntry } from '#lib/audit/index.ts';
import { detailsInWords } from './audit-words.ts';

function said(details: AuditEntry['details'], act = 'document.moved'): string[] {
  return detailsInWords({ act, details }).map(({ name, words }) => `${name}: ${words}`);
}

it('says details as people read them, and leaves out what says nothing', () => {
  const details = { page: 3, folder: null, added: ['a', 'b'], removed: [], keptContent: true, bytes: 2_048 };
  expect(said(details)).toEqual(['Page: 3', 'Added: a, b', 'Kept content: yes', 'Size: 2.0 kB']);
  expect(said({})).toEqual([]);
});

it('calls things as the rest of the portal does', () => {
  expect(said({ method: 'sign_up', way: 'oidc' })).toEqual([
    'Method: when the account was made',
    'Way: single sign-on',
  ]);
  expect(said({ role: 'admin', format: 'docx' })).toEqual(['Role: Admin', 'Format: Word document']);
  expect(said({ scopes: ['documents:read', 'documents:write'] })).toEqual(['Scopes: Work with documents']);
  expect(said({ languages: ['de', 'en'] })).toEqual(['Languages: German and English']);
  expect(said({ languages: ['auto'] })).toEqual(['Languages: found on each page']);
  expect(said({ changed: ['timeZone'], state: 'in_review' })).toEqual([
    'Changed: time zone',
    'State: in review',
  ]);
});

it('takes a word for a role only where roles are spoken of', () => {
  expect(said({ before: 'viewer', after: 'editor' }, 'member.role_changed')).toEqual([
    'Before: Viewer',
    'After: Editor',
  ]);
  expect(said({ before: 'viewer' }, 'tag.changed')).toEqual(['Before: viewer']);
});

it('leaves what it does not know as it is, and knows a moment', () => {
  expect(said({ method: 'telepathy', format: 'scroll', role: 'constructor' })).toEqual([
    'Method: telepathy',
    'Format: scroll',
    'Role: constructor',
  ]);
  const [moment] = detailsInWords({
    act: 'token.created',
    details: { expires_at: '2027-02-21T15:33:42.158Z' },
  });
  expect(moment).toEqual({ name: 'Expires at', words: '2027-02-21T15:33:42.158Z', isMoment: true });
});
