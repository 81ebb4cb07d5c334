// The least that Node can do for a request: what our own replies are compared with. Tells its port to its parent.
import { createServer } from 'node:http';
import process from 'node:process';

const body = JSON.stringify({ status: 'ok' });
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address && typeof address === 'object' ? address.port : 0);
});
process.on('disconnect', () => process.exit(0));
