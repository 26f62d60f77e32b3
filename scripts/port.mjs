/** Checks that a port is free before anything is built for it, and suggests another one if it is taken. */
import { createServer } from 'node:net';
import { codeOf } from './error-code.mjs';
import { Refusal } from './options.mjs';

/** The addresses that `localhost` may mean; a browser uses whichever answers. */
const loopback = ['127.0.0.1', '::1'];

/**
 * @param {number} port 0 chooses a free one
 * @param {string} host
 * @returns {Promise<{ port: number } | { code: string | undefined }>}
 */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve({ code: codeOf(error) }));
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve({ port: typeof address === 'object' && address ? address.port : port }));
    });
  });
}

/**
 * Why nothing can listen on a port, as the system's error code; undefined if it is free. A machine without IPv6 has no `::1`.
 * @param {number} port
 */
async function obstacle(port) {
  for (const host of loopback) {
    const tried = await tryPort(port, host);
    if ('code' in tried && /^(EADDRINUSE|EACCES)$/.test(tried.code ?? '')) return tried.code;
  }
  return undefined;
}

/** Finds a free port. @returns {Promise<number>} */
export async function freePort() {
  const tried = await tryPort(0, '127.0.0.1');
  if (!('port' in tried)) throw new Refusal('this machine gives no port to listen at');
  return tried.port;
}

/**
 * The message for a port that cannot be used.
 * @param {number} port
 * @param {string | undefined} code the system's error code: EADDRINUSE, EACCES
 * @param {string} command the command as typed
 */
export async function portSentence(port, code, command) {
  let next = Math.max(port + 1, 1024);
  while (next < 65_535 && (await obstacle(next))) next += 1;
  const why =
    code === 'EACCES'
      ? `Port ${port} may not be used by you on this machine`
      : `Port ${port} is taken by another program, perhaps by this story started before`;
  const otherwise = code === 'EACCES' ? 'U' : 'End that, or u';
  const dashes = command === 'npm start' || command.startsWith('npm run') ? ' --' : '';
  return `${why}. ${otherwise}se the next free port: ${command}${dashes} --port=${next}`;
}

/**
 * @param {number} port the wanted port; 0 for any
 * @param {string} command the command as typed, for the message
 * @returns {Promise<number>} a port that is free now
 * @throws {Refusal} if it cannot be used, saying what to do
 */
export async function portFor(port, command) {
  if (port === 0) return freePort();
  const code = await obstacle(port);
  if (code) throw new Refusal(await portSentence(port, code, command));
  return port;
}
