import { describe, expect, it } from 'vitest';
import { mentionedIn, nameBeingWritten, partsOf, peopleCalled } from './mention-text.ts';

const ann = { id: '1', name: 'Ann' };
const annLee = { id: '2', name: 'Ann Lee' };
const otherAnn = { id: '3', name: 'Ann' };

describe('mentions', () => {
  it('are found by whole names, the longer one first', () => {
    expect(mentionedIn('Ask @Ann Lee, please', [ann, annLee])).toEqual(['2']);
    expect(mentionedIn('@Ann: and @Ann Lee?', [ann, annLee])).toEqual(['1', '2']);
    expect(mentionedIn('@Annette or ann@example.org', [ann])).toEqual([]);
    expect(mentionedIn('@Ann', [ann, otherAnn])).toEqual(['1', '3']);
  });

  it('stand apart in the text, and nothing of it is lost', () => {
    const text = 'a @Ann b @nobody c@Ann';
    const parts = partsOf(text, [ann]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ person }) => person).map((part) => part.text)).toEqual(['@Ann', '@Ann']);
    expect(partsOf('', [ann])).toEqual([]);
  });

  it('are proposed while a name is being written, and not in an address', () => {
    expect(nameBeingWritten('Ask @an')).toBe('an');
    expect(nameBeingWritten('@')).toBe('');
    expect(nameBeingWritten('mail ann@example')).toBeNull();
    expect(nameBeingWritten('@Ann\n')).toBeNull();
    expect(peopleCalled([ann, annLee], 'le')).toEqual([annLee]);
    expect(peopleCalled([ann, annLee], 'ann l')).toEqual([annLee]);
  });
});
