import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from './escape-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['5 * 3 * 2 = 30', '5 \\* 3 \\* 2 = 30'],
    ['snake_case and `code`', 'snake\\_case and \\`code\\`'],
    ['<b>bold</b> [link](x)', '\\<b\\>bold\\</b\\> \\[link\\](x)'],
    ['a | b', 'a \\| b'],
    ['C:\\temp', 'C:\\\\temp'],
    ['# 12', '\\# 12'],
    ['- 30.00', '\\- 30.00'],
    ['3. Dezember', '3\\. Dezember'],
    ['R&D &amp; more', 'R&D \\&amp; more'],
    ['two\nlines', 'two lines'],
  ])('shows %j as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});
