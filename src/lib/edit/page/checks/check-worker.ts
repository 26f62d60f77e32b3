/** Runs the checks in a web worker, so that typing never waits for them. */
import { Checker, type CheckRequest } from './checker.js';

const checker = new Checker();
addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => postMessage(checker.check(data)));
