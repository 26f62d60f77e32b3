/** Looks at ports of this machine before anything is built for them, and offers another where one is taken. */
import { createServer } from 'node:net';
import { codeOf } from './error-code.mjs';
import { Refusal } from './options.mjs';

/** The addresses that `localhost` may mean; a browser takes whichever answers. */
const loopback = ['127.0.0.1', '::1'];

/**
 * @param {number} port 0 takes a free one
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
 * Why nothing can listen at a port, as the system's code, or undefined if it is free. A machine without IPv6 has no `::1` to be taken.
 * @param {number} port
 */
async function obstacle(port) {
  for (const host of loopback) {
    const tried = await tryPort(port, host);
    if ('code' in tried && /^(EADDRINUSE|EACCES)$/.test(tried.code ?? '')) return tried.code;
  }
  return undefined;
}

/** A port that nobody listens at. @returns {Promise<number>} */
export async function freePort() {
  const tried = await tryPort(0, '127.0.0.1');
  if (!('port' in tried)) throw new Refusal('this machine gives no port to listen at');
  return tried.port;
}

/**
 * The sentence for a port that can't be had.
 * @param {number} port
 * @param {string | undefined} code the system's: EADDRINUSE, EACCES
 * @param {string} command as one types it
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
 * @param {number} port as wished; 0 for any
 * @param {string} command as one types it, for the sentence
 * @returns {Promise<number>} a port that is free now
 * @throws {Refusal} with what to do, where it can't be had
 */
export async function portFor(port, command) {
  if (port === 0) return freePort();
  const code = await obstacle(port);
  if (code) throw new Refusal(await portSentence(port, code, command));
  return port;
}
