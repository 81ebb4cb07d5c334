import { expect, it } from 'vitest';
import { relyingParty } from './relying-party.ts';

const at = (publicUrl: string) => relyingParty({ publicUrl });

it('offers passkeys where browsers do', () => {
  expect(at('https://lectern.example.org')).toEqual({
    id: 'lectern.example.org',
    origin: 'https://lectern.example.org',
  });
  expect(at('http://localhost:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' });
});

it.each([
  'http://lectern.example.org',
  'https://192.0.2.1',
  'http://127.0.0.1:3000',
  'https://[2001:db8::1]',
])('offers none at %s', (publicUrl) => expect(at(publicUrl)).toBeNull());
