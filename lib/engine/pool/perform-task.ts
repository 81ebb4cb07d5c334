import type { ReadingProgress } from '../reading-options.ts';
import type { EngineTask, TaskValues } from './messages.ts';
import { importFailure } from './native-runtime.ts';

/**
 * Runs one task in this process. Modules load when needed: a child that only inspects never loads the models.
 */
export async function performTask(
  task: EngineTask,
  report: (progress: ReadingProgress) => void,
): Promise<Partial<TaskValues>> {
  switch (task.kind) {
    case 'inspect': {
      const { inspectFile } = await import('../open/inspect-file.ts');
      return { inspect: await inspectFile(task.file, task.password) };
    }
    case 'renderPage': {
      const { renderPage } = await import('../open/render-page.ts');
      return { renderPage: await renderPage(task.file, task.page, task.maxSide, task.password) };
    }
    case 'unlock': {
      const { unlockPdf } = await import('../open/pdf-file.ts');
      return { unlock: await unlockPdf(task.file, task.password) };
    }
    case 'searchablePdf': {
      const { searchablePdf } = await import('../searchable-pdf/searchable-pdf.ts');
      return { searchablePdf: await searchablePdf(task.file, task.layers, task.pages) };
    }
    case 'readPage': {
      const { readPage } = await importReader();
      return { readPage: await readPage(task.file, task.page, task, report) };
    }
  }
}

/** Loads what reading a page needs, so that the first page does not wait for it. */
export async function warmUp(): Promise<void> {
  await importReader();
  const { loadDetector, loadRecogniser } = await import('../model/load-models.ts');
  await Promise.all([loadDetector(), loadRecogniser('english')]);
}

async function importReader() {
  try {
    return await import('../read-page.ts');
  } catch (error) {
    throw importFailure(error);
  }
}
