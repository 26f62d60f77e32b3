/**
 * The process that is killed in mid-save: a saving server on the folder that it is told, on a port that it prints. Built
 * into one file before it is run, so that it starts at once.
 */
import { createServer } from 'node:http';
import { editHandler } from '../../scripts/edit-server.js';

const [folder = '', token = ''] = process.argv.slice(2);
const handle = editHandler(folder, () => Promise.resolve(() => []), token);
const server = createServer((request, response) => {
  handle(request, response).then(
    () => undefined,
    () => response.destroy(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
