/** The checks beside the page, so that typing never waits for them. */
import { Checker, type CheckRequest } from './checker.js';

const checker = new Checker();
addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => postMessage(checker.check(data)));
