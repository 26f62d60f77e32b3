/**
 * A process that is killed in the middle of a save: a saving server on a given folder, on a port that it prints. It is bundled
 * into one file before it is run, so that it starts at once.
 *
 * It kills itself with `kill -9` in place of a given call to the disk, counted from the beginning of the save. As when a machine
 * loses power, nothing is cleaned up, and a text that was being written is half written. So the result does not depend on how
 * fast the disk is.
 */
import fs from 'node:fs';
import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { editHandler } from '../../scripts/edit-server.js';

const [folder = '', token = '', dieAt = ''] = process.argv.slice(2);
/** Names of all calls that change the disk, in order. */
const calls: string[] = [];

function watch(name: 'writeSync' | 'fsyncSync' | 'linkSync' | 'renameSync' | 'rmSync'): void {
  const known: object = fs[name];
  const call = (...args: unknown[]): unknown => Reflect.apply(known as () => unknown, fs, args);
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (String(calls.length) === dieAt) {
        const [file, bytes] = args;
        if (name === 'writeSync' && bytes instanceof Uint8Array)
          call(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
        process.kill(process.pid, 'SIGKILL');
      }
      calls.push(name);
      return call(...args);
    },
  });
}
for (const name of ['writeSync', 'fsyncSync', 'linkSync', 'renameSync', 'rmSync'] as const) watch(name);
// Makes modules that imported these functions by name use the replaced ones.
syncBuiltinESMExports();

const handle = editHandler(folder, () => Promise.resolve(() => []), token);
const server = createServer((request, response) => {
  calls.length = 0;
  response.once('finish', () => process.stdout.write(`${calls.join(' ')}\n`));
  handle(request, response).then(
    () => undefined,
    () => response.destroy(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  calls.length = 0;
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
