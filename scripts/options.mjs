/**
 * Options that tell a command about the story and the site, in a form that works in every shell:
 * `npm run build -- --story=examples/small-story`. Each option is also an environment variable, by which it reaches the processes
 * that the command starts.
 */
import { statSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

export { Refusal };

/** @type {Record<string, { variable: string, fault: (value: string) => string | undefined }>} */
const options = {
  story: { variable: 'STORY_DIR', fault: folderFault },
  site: { variable: 'SITE_URL', fault: addressFault },
  base: { variable: 'BASE_PATH', fault: pathFault },
  out: { variable: 'BUILD_TARGET', fault: () => undefined },
  port: { variable: 'PORT', fault: portFault },
};

/** The options that every command accepts: the story's folder, and the site's address. */
export const storyOptions = ['story', 'site', 'base'];

/** @param {string} value */
function folderFault(value) {
  const found = statSync(value, { throwIfNoEntry: false });
  if (!found) return 'is no folder here: give the path of a story, say --story=examples/small-story';
  return found.isDirectory() ? undefined : 'is a file: give the folder that it stands in';
}

/** @param {string} value */
function addressFault(value) {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSite = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  return isSite ? undefined : 'is no address of a site: write it whole, say --site=https://story.example/';
}

/** @param {string} value */
function pathFault(value) {
  return value === '' || /^(\/[\w.~-]+)+$/.test(value)
    ? undefined
    : 'is no path below a host: write it as --base=/news/report, without a slash at its end';
}

/** @param {string} value */
function portFault(value) {
  return /^\d{1,5}$/.test(value) && Number(value) < 65_536
    ? undefined
    : 'is no port: give a number up to 65535, say --port=4174';
}

/**
 * Moves the options from the arguments into the environment, then validates all of them, wherever they came from. `--name value`
 * and `--name=value` mean the same. PowerShell removes the `--`, so that npm takes `--name=value` for one of its own settings;
 * that form works too.
 * @param {readonly string[]} args
 * @param {readonly string[]} names the options that this command accepts
 * @returns {string[]} the other arguments
 * @throws {Refusal} if a value is not valid
 */
export function takeOptions(args, names) {
  const others = [];
  for (let i = 0; i < args.length; i += 1) {
    const [, name, value] = /^--(\w+)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    if (name === undefined || !names.includes(name)) others.push(args[i] ?? '');
    else set(name, value ?? args[(i += 1)]);
  }
  for (const name of names) {
    const heard = process.env[`npm_config_${name}`];
    // npm takes `--name value` for a switch, followed by a separate argument.
    if (heard === 'true') set(name, others.shift());
    else if (heard) set(name, heard);
    check(name);
  }
  return others;
}

/** @param {string} name @param {string | undefined} value */
function set(name, value) {
  const option = options[name];
  if (!option || value === undefined) throw new Refusal(`--${name} needs a value: --${name}=…`);
  process.env[option.variable] = value;
}

/** @param {string} name */
function check(name) {
  const option = options[name];
  const value = option && process.env[option.variable];
  if (!option || !value) return;
  const fault = option.fault(value);
  if (fault) throw new Refusal(`--${name} (${option.variable}): "${value}" ${fault}`);
}

/**
 * For a command without other arguments: any that is left is an error.
 * @param {readonly string[]} others
 * @param {readonly string[]} names
 * @throws {Refusal}
 */
export function refuseOthers(others, names) {
  if (others.length === 0) return;
  const known = names.map((name) => `--${name}=…`).join(', ');
  throw new Refusal(`"${others[0]}" is not known here; there ${names.length === 1 ? 'is' : 'are'} ${known}`);
}
