// npm run --silent ocr -- FILE… : reads files straight with the engine and prints their text.
import { createEnginePool } from '#lib/engine/index.ts';
import { type OcrCommand, parseCommand, USAGE } from './ocr/parse-command.ts';
import { binaryOf } from './ocr/print-binary.ts';
import { printFiles } from './ocr/print-files.ts';
import { readFile } from './ocr/read-file.ts';
import { readPassword } from './ocr/read-password.ts';
import { createReadingCost } from './ocr/reading-cost.ts';
import { preparedEngine } from './prepared-engine.ts';
import { reportFailure } from './report-failure.ts';

// A reader that has seen enough (head, less) closes the pipe: that is no error.
process.stdout.on('error', () => process.exit());

const command = parseCommand(process.argv.slice(2));
if (command.type === 'wrong') {
  console.error(command.problem);
  process.exitCode = 2;
} else if (command.type === 'help') {
  console.log(USAGE);
} else {
  await readFiles(command).catch(reportFailure);
}

async function readFiles(read: Extract<OcrCommand, { type: 'read' }>): Promise<void> {
  const password = read.passwordFile === undefined ? {} : { password: await readPassword(read.passwordFile) };
  const choice = { ...read.choice, ...password };
  const cost = createReadingCost();
  const prepared = await preparedEngine();
  const pool = createEnginePool({ processes: read.jobs, prepared, onEvent: cost.add });
  // All files go to the pool at once; printing follows the order of the command line.
  const reading = read.files.map((file) => readFile(pool, file, choice, say));
  if (read.format === 'docx' || read.format === 'pdf') {
    const [file] = await Promise.all(reading);
    if (file) process.stdout.write(await binaryOf(pool, file, read.format));
  } else {
    await printFiles(reading, read.format, (text) => process.stdout.write(text));
  }
  await pool.close();
  if (read.stats) console.error(cost.toString());
}

function say(problem: string): void {
  console.error(problem);
  process.exitCode = 1;
}
