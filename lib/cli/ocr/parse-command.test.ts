import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('parseCommand', () => {
  it('reads as text, in English, with all cores, unless told otherwise', () => {
    expect(parseCommand(['a.pdf'])).toEqual({
      type: 'read',
      files: ['a.pdf'],
      format: 'txt',
      jobs: availableParallelism(),
      stats: false,
      choice: { textLayer: 'auto' },
    });
  });

  it('takes every option', () => {
    const options = ['--format', 'md', '--languages', 'de,en', '--text-layer', 'off', '--password', 'x'];
    expect(parseCommand([...options, '--jobs', '3', '--stats', 'a.pdf', 'b.png'])).toEqual({
      type: 'read',
      files: ['a.pdf', 'b.png'],
      format: 'md',
      jobs: 3,
      stats: true,
      choice: { languages: ['de', 'en'], textLayer: 'off', password: 'x' },
    });
  });

  it('tells where the password stands', () => {
    expect(parseCommand(['--password-file', '-', 'a.pdf'])).toMatchObject({ passwordFile: '-' });
  });

  it.each([
    [['--format', 'xml', 'a.pdf'], '--format is txt, md, json, hocr, alto, page, csv, docx, pdf, not "xml".'],
    [['--text-layer', 'some', 'a.pdf'], '--text-layer is auto, force or off, not "some".'],
    [['--jobs', '0', 'a.pdf'], '--jobs is a whole number from 1 to 256, not "0".'],
    [['--jobs', 'all', 'a.pdf'], '--jobs is a whole number from 1 to 256, not "all".'],
    [
      ['--password', 'x', '--password-file', '-', 'a.pdf'],
      '--password and --password-file cannot be told together.',
    ],
    [['--format', 'hocr', 'a.pdf', 'b.pdf'], '--format hocr takes one file at a time.'],
    [['--format', 'pdf', 'a.pdf', 'b.pdf'], '--format pdf takes one file at a time.'],
    [['--format', 'pdf', '--password', 'x', 'a.pdf'], '--format pdf cannot be written of an encrypted PDF.'],
  ])('says what is wrong with %j', (args, problem) => {
    expect(parseCommand(args)).toEqual({ type: 'wrong', problem });
  });

  it('shows how it is used when no file is named', () => {
    expect(parseCommand([])).toEqual({ type: 'wrong', problem: expect.stringContaining('Usage:') });
    expect(parseCommand(['--help'])).toEqual({ type: 'help' });
  });
});
