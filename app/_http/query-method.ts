import { onRequestStart } from './on-request-start.ts';

const HEADER = 'x-lectern-method';

/**
 * Lets clients use the method QUERY, which Next does not know and would refuse: its requests reach our routes as POST.
 * Official clients search models with it (contract 12.5).
 */
export function acceptQueryMethod(): void {
  onRequestStart((request) => {
    delete request.headers[HEADER];
    if (request.method !== 'QUERY') return;
    request.method = 'POST';
    request.headers[HEADER] = 'QUERY';
  });
}

/** Whether the client sent this POST as QUERY. */
export function wasSentAsQuery(request: Request): boolean {
  return request.headers.get(HEADER) === 'QUERY';
}
