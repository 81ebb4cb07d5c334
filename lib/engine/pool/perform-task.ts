import type { EngineTask, TaskValues } from './messages.ts';

/**
 * Runs one task in this process. Modules load when needed: a child that only inspects never loads the models.
 */
export async function performTask(task: EngineTask): Promise<Partial<TaskValues>> {
  switch (task.kind) {
    case 'inspect': {
      const { inspectFile } = await import('../open/inspect-file.ts');
      return { inspect: await inspectFile(task.file) };
    }
    case 'renderPage': {
      const { renderPage } = await import('../open/render-page.ts');
      return { renderPage: await renderPage(task.file, task.page, task.maxSide) };
    }
    case 'readPage': {
      const { readPage } = await import('../read-page.ts');
      return { readPage: await readPage(task.file, task.page, task) };
    }
  }
}
