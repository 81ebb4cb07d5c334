import { expect, it } from 'vitest';
import { MAX_UPLOAD_BYTES } from '#lib/contracts/index.ts';
import { problemOfFile } from './check-file.ts';

const scan = { name: 'scan.pdf', type: 'application/pdf', size: 1000 };

it('lets everything through that the server may be able to read', () => {
  const files = [
    scan,
    { ...scan, size: MAX_UPLOAD_BYTES },
    { name: 'PHOTO.HEIC', type: '', size: 10 },
    { name: 'no-extension', type: 'image/png', size: 10 },
  ];
  expect(files.map(problemOfFile)).toEqual([null, null, null, null]);
});

it('names the kinds that can be read when a file is of another kind', () => {
  expect(problemOfFile({ name: 'list.xlsx', type: 'application/vnd.ms-excel', size: 10 })).toMatch(
    /PDF, JPEG/,
  );
  expect(problemOfFile({ name: 'scan.pdf.exe', type: '', size: 10 })).toMatch(/cannot read/);
});

it('names the size and the limit when a file is too large', () => {
  expect(problemOfFile({ ...scan, size: 2 * MAX_UPLOAD_BYTES })).toMatch(/200 MB; at most 100 MB/);
});

it('says that an empty file is empty', () => {
  expect(problemOfFile({ ...scan, size: 0 })).toMatch(/empty/);
});
