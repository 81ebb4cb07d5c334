import { EngineError } from '../engine-error.ts';

export function noSuchPage(page: number, count: number): EngineError {
  const pages = count === 1 ? '1 page' : `${count} pages`;
  return new EngineError('no_such_page', `There is no page ${page}: this file has ${pages}.`);
}
