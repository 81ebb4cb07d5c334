const BAR_CELLS = 10;
const FULL = 8;
// Eighths of a cell.
const CELLS = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
/** At most twenty lines, however long a prediction runs. */
const STEP_PERCENT = 5;

/**
 * Logs progress as tqdm prints it, one line for every 5 % and one at the end, the form that Replicate's clients
 * read (`parseProgressFromLogs`): ` 45%|████▌     | 9/20`. It is told how much is `done` `of` all, in whole numbers
 * of any size: a fraction would make 28 % of 0.29. What falls back is ignored.
 */
export function createProgressLog(
  log: (line: string) => void,
  total: number,
): (done: number, of: number) => void {
  let logged = 0;
  return (done, of) => {
    const percent = Math.floor((100 * done) / of);
    const isEnd = percent === 100 && logged < 100;
    if (percent < logged + STEP_PERCENT && !isEnd) return;
    logged = percent;
    const eighths = Math.round((BAR_CELLS * FULL * done) / of);
    log(`${String(percent).padStart(3)}%|${bar(eighths)}| ${Math.floor((total * done) / of)}/${total}`);
  };
}

function bar(eighths: number): string {
  return Array.from({ length: BAR_CELLS }, (_, cell) => CELLS[filled(eighths - cell * FULL)]).join('');
}

function filled(eighths: number): number {
  return Math.min(FULL, Math.max(0, eighths));
}
