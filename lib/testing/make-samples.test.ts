import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createEnginePool } from '#lib/engine/index.ts';
import { makeSampleReport } from './make-samples.ts';
import { sampleReceipt, sampleReport } from './sample-texts.ts';

const folder = new URL('../documents/samples/', import.meta.url);
const report = fileURLToPath(new URL('report.pdf', folder));
const receipt = fileURLToPath(new URL('receipt.jpg', folder));
const pool = createEnginePool({ processes: 1 });

afterAll(() => pool.close());

describe('the samples of the portal', { timeout: 60_000 }, () => {
  it('come from the script: the report in the tree is the one it makes', async () => {
    expect(Buffer.compare(await readFile(report), await makeSampleReport())).toBe(0);
  });

  it('can be read: the receipt gives every word that was printed on it', async () => {
    const { text, angle } = await pool.readPage({ file: receipt, page: 1 });
    const printed = sampleReceipt
      .filter((line) => line !== '')
      .map((line) => line.trim().replace(/ +/g, ' '));
    expect(text.split('\n').map((row) => row.replaceAll('\t', ' '))).toEqual(printed);
    expect(Math.abs(angle + 2.4)).toBeLessThan(0.4);
  });

  it('can be read: a page of the report gives its text and its number', async () => {
    const { text } = await pool.readPage({ file: report, page: 1 });
    const sections = sampleReport[0] ?? [];
    const printed = sections.flatMap(({ heading, paragraph }) => [heading, paragraph]).join(' ');
    expect(text.replaceAll('\n', ' ')).toBe(`${printed} Page 1 of 10`);
  });

  it('are small enough for a first upload', async () => {
    expect((await readFile(receipt)).length).toBeLessThan(300_000);
    expect((await readFile(report)).length).toBeLessThan(200_000);
    expect((await pool.inspect(report)).pages).toHaveLength(10);
  });
});
