const BAR_CELLS = 10;
const FULL = 8;
// Eighths of a cell.
const CELLS = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
/** At most twenty lines, however long a prediction runs. */
const STEP_PERCENT = 5;

/**
 * Logs progress as tqdm prints it, one line for every 5 %, the form that Replicate's clients read
 * (`parseProgressFromLogs`): ` 45%|████▌     | 9/20`. The fraction runs from 0 to 1; what falls back is ignored.
 */
export function createProgressLog(log: (line: string) => void, total: number): (fraction: number) => void {
  let logged = 0;
  return (fraction) => {
    const percent = Math.floor(fraction * 100);
    if (percent < logged + STEP_PERCENT) return;
    logged = percent;
    log(`${String(percent).padStart(3)}%|${bar(fraction)}| ${Math.floor(fraction * total)}/${total}`);
  };
}

function bar(fraction: number): string {
  const eighths = Math.round(fraction * BAR_CELLS * FULL);
  return Array.from({ length: BAR_CELLS }, (_, cell) => CELLS[filled(eighths - cell * FULL)]).join('');
}

function filled(eighths: number): number {
  return Math.min(FULL, Math.max(0, eighths));
}
