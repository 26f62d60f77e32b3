/**
 * The process that is killed in mid-save: a saving server on the folder that it is told, on a port that it prints. Built into one file
 * before it is run, so that it starts at once.
 *
 * It dies by `kill -9` of itself in place of the call to the disk that it is told, counted from the save's beginning, the way a machine
 * dies: nothing is cleared up. Of a text that was to be written, half is written. Afterwards nothing of it depends on how fast a disk is.
 */
import fs from 'node:fs';
import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { editHandler } from '../../scripts/edit-server.js';

const [folder = '', token = '', dieAt = ''] = process.argv.slice(2);
/** Each call that changes the disk, as it is made. */
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
// What was imported by name elsewhere is the watched one now.
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
