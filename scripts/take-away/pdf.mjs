#!/usr/bin/env node
/**
 * Prints the story as PDFs into `.story/pdf/`, from a build that is made anew if the sources have changed:
 *
 *   npm run pdf
 *   npm run pdf -- --out=folder --site=https://story.example/
 */
import { freshSite } from '../site.mjs';
import { makePdfs } from './pdfs.mjs';

const out = process.env.BUILD_TARGET ?? '.story/pdf';
for (const name of await makePdfs(freshSite(), out)) console.log(`${out}/${name}`);
