#!/usr/bin/env node
/**
 * Tries the commands of the README that don't end by themselves: starts each, reads the page that it serves, ends it.
 * `npm start` builds the site on the way, so this is also how `npm test` builds what its later parts read.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const commands = [
  { args: ['start'], env: { PORT: '0' }, within: 300_000 },
  { args: ['run', 'dev'], env: {}, within: 120_000 },
];

/** The served address as the command prints it, or an error when it ends or takes too long before that. */
function addressOf(server, within) {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`no address within ${within / 1000} s\n${said}`)), within);
    const read = (chunk) => {
      process.stdout.write(chunk);
      said += stripVTControlCharacters(String(chunk));
      const [address] = /http:\/\/(localhost|127\.0\.0\.1):\d+\//.exec(said) ?? [];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`ended with ${status}`));
    });
  });
}

for (const { args, env, within } of commands) {
  // A group of its own, so that the shell and the server that npm starts end with it.
  const server = spawn('npm', args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const address = await addressOf(server, within);
    const response = await fetch(address);
    const page = await response.text();
    if (!response.ok || !page.includes('data-section=')) {
      throw new Error(`${address} answered ${response.status} without a story`);
    }
    console.log(`npm ${args.join(' ')}: the story is at ${address}`);
  } catch (error) {
    console.error(`npm ${args.join(' ')}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    const ended =
      server.exitCode === null ? new Promise((resolve) => server.once('exit', resolve)) : undefined;
    try {
      process.kill(-server.pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
    await ended;
  }
  if (process.exitCode) break;
}
