import { markdownTable } from './markdown-table.ts';
import type { Scaling } from './measure-scaling.ts';
import type { SetFigures } from './measure-set.ts';
import type { Reliability } from './reliability.ts';
import { resultTable } from './result-table.ts';

/** Everything one run of the bench found; what was not measured is null. */
export type BenchResult = {
  date: string;
  machine: { cores: number; architecture: string; node: string };
  tesseract: string | null;
  sets: SetFigures[];
  reliability: Reliability;
  startSeconds: number | null;
  scaling: Scaling[] | null;
};

/** The result as a page of docs/. */
export function benchReport(result: BenchResult): string {
  const { sets, reliability, startSeconds, scaling } = result;
  const sections = [
    `# Performance of the OCR engine\n\n${introduction(result)}`,
    `## Accuracy and cost\n\n${resultTable(sets)}`,
    `## Steps and memory\n\n${STEPS_NOTE}\n\n${stepTable(sets)}`,
    `## Boxes of words\n\n${BOXES_NOTE}\n\n${boxTable(sets)}`,
    `## Confidence\n\n${confidenceNote(reliability)}\n\n${reliabilityTable(reliability)}\n\n${errorTable(sets)}`,
    ...(startSeconds === null ? [] : [`## Start\n\n${startNote(startSeconds)}`]),
    ...(scaling === null ? [] : [`## Several children\n\n${SCALING_NOTE}\n\n${scalingTable(scaling)}`]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function introduction({ date, machine, tesseract }: BenchResult): string {
  const { cores, architecture, node } = machine;
  const compared =
    tesseract === null
      ? 'Tesseract was not measured.'
      : `Compared with the Tesseract ${tesseract} command line with one thread, page by page in turn.`;
  const when = `on ${date.slice(0, 10)}, ${cores} ${cores === 1 ? 'core' : 'cores'} (${architecture}), Node ${node}`;
  return [
    `Written by \`npm run bench:ocr\` ${when}.`,
    compared,
    'Word F1: bag of words, upper-cased, letters and digits. CER: after NFKC, white space folded, in reading order.',
    "CPU: user and system seconds a page; Tesseract's hold the start of its process, ours not the loading of the",
    'models, which a child does once. Ratio: of the medians.',
  ].join('\n');
}

const STEPS_NOTE =
  'Median processor seconds a page by step (finding includes turning upright), and the most memory the child held.';

const BOXES_NOTE = `Distance of each edge from the smallest box around the ink of the word as it was drawn, in pixels of the page,
over the words that were read letter by letter.`;

const SCALING_NOTE = `One dense page again and again, with both engines in turn; medians of three rounds. Tells something only when
nothing else runs on the machine, which itself gives less to each of several processes: that shows in both engines.`;

function stepTable(sets: readonly SetFigures[]): string {
  const steps = [...new Set(sets.flatMap((set) => Object.keys(set.stepCpuSeconds)))];
  return markdownTable(
    ['set', ...steps, 'peak MB'],
    sets.map(({ name, stepCpuSeconds, peakMegabytes }) => [
      name,
      ...steps.map((step) => stepCpuSeconds[step]?.toFixed(3) ?? ''),
      peakMegabytes.toFixed(0),
    ]),
  );
}

function boxTable(sets: readonly SetFigures[]): string {
  const rows = sets.flatMap(({ name, boxes }) =>
    boxes
      ? [[name, String(boxes.words), boxes.median.toFixed(1), boxes.p95.toFixed(1), boxes.worst.toFixed(1)]]
      : [],
  );
  return markdownTable(['set', 'words', 'median', '95 % within', 'worst'], rows);
}

function confidenceNote({ error }: Reliability): string {
  return `Words by their confidence, all sets together, and how many of them were right (compared as for F1; words aligned
by the longest common sequence in reading order, what is left over wherever it stands). Expected calibration
error: ${error.toFixed(3)}.`;
}

function reliabilityTable({ bins }: Reliability): string {
  return markdownTable(
    ['confidence from', 'words', 'mean confidence', 'right'],
    bins.map((bin) => [
      bin.from.toFixed(1),
      String(bin.words),
      bin.confidence.toFixed(3),
      bin.right.toFixed(3),
    ]),
  );
}

function errorTable(sets: readonly SetFigures[]): string {
  return markdownTable(
    ['set', 'words', 'calibration error'],
    sets.map(({ name, reliability }) => [name, String(reliability.words), reliability.error.toFixed(3)]),
  );
}

function startNote(seconds: number): string {
  return `From the start of a child to its first text, models loaded on the way: ${seconds.toFixed(2)} s (median of seven).`;
}

function scalingTable(scaling: readonly Scaling[]): string {
  return markdownTable(
    ['processes', 'Lectern: pages a second', 'of linear', 'Tesseract: pages a second', 'of linear'],
    scaling.map(({ processes, lectern, tesseract }) => [
      String(processes),
      ...[lectern, tesseract].flatMap((rate) => [
        rate?.pagesPerSecond.toFixed(2) ?? '',
        rate?.ofLinear.toFixed(2) ?? '',
      ]),
    ]),
  );
}
