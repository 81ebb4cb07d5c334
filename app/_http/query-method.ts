import { apiPath } from './api-path.ts';
import { onRequestStart } from './on-request-start.ts';

const HEADER = 'x-lectern-method';

/**
 * Lets clients search models with the method QUERY, as official ones do (contract 12.5). Next does not know it and would
 * refuse it: such a request reaches its route as POST. It does nowhere else, where POST changes something.
 */
export function acceptQueryMethod(): void {
  onRequestStart((request) => {
    delete request.headers[HEADER];
    if (request.method !== 'QUERY' || !isSearch(request.url ?? '')) return;
    request.method = 'POST';
    request.headers[HEADER] = 'QUERY';
  });
}

function isSearch(url: string): boolean {
  return apiPath(url).split('?')[0] === '/v1/models';
}

/** Whether the client sent this POST as QUERY. */
export function wasSentAsQuery(request: Request): boolean {
  return request.headers.get(HEADER) === 'QUERY';
}
