import { describe, expect, it } from 'vitest';
import type { Line } from '../page-reading.ts';
import { readAnyWay } from './read-any-way.ts';

const standing = { centreX: 50, centreY: 300, width: 30, height: 200, angle: 0, coreHeight: 15 };

function line(text: string, confidence: number): Line {
  return { text, confidence, box: [0, 0, 1, 1], words: [] };
}

/** Reads this text from a box by its angle: upright, turned upwards (-90°) and downwards. */
function readerOf(upright: Line | null, upwards: Line | null, downwards: Line | null) {
  const angles: number[] = [];
  async function readLine({ angle }: { angle: number }): Promise<Line | null> {
    angles.push(angle);
    return angle === 0 ? upright : angle < 0 ? upwards : downwards;
  }
  return { angles, readLine };
}

describe('readAnyWay', () => {
  it('keeps the direction in which a standing line has the most sure letters', async () => {
    const up = readerOf(null, line('Filed', 0.98), line('pə!f', 0.4));
    expect((await readAnyWay(up.readLine, standing))?.text).toBe('Filed');
    const down = readerOf(line('1', 0.5), line('pə!f', 0.4), line('Filed', 0.98));
    expect((await readAnyWay(down.readLine, standing))?.text).toBe('Filed');
  });

  it('takes a rule or a bracket for no text because it looks like a dash when turned', async () => {
    const { readLine } = readerOf(line('|', 0.6), line('--', 0.99), line('-', 0.99));
    expect((await readAnyWay(readLine, standing))?.text).toBe('|');
  });

  it('reads a level line once', async () => {
    const { readLine, angles } = readerOf(line('level', 0.9), null, null);
    await readAnyWay(readLine, { ...standing, width: 200, height: 30 });
    expect(angles).toEqual([0]);
  });
});
