#!/usr/bin/env node
/*
 * The entry of every npm command: `node scripts/command.cjs <command> [arguments]`. Checks that this machine has what the
 * commands need, says in one sentence what is missing, and continues with commands.mjs, whose imports would fail without it.
 *
 * Written in the syntax of very old Node versions, and must stay so: with too old a Node, people should see a sentence, not a
 * syntax error.
 */
'use strict';
/* eslint-disable @typescript-eslint/no-require-imports -- as an old Node reads it */
var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..');

/**
 * Parses `v20.19.0`, with any sign before it, into three numbers; a missing part is 0.
 * @param {string} version
 * @returns {[number, number, number]}
 */
function numbers(version) {
  var parts = version.replace(/[^\d.]/g, '').split('.');
  return [Number(parts[0]), Number(parts[1] || 0), Number(parts[2] || 0)];
}

/**
 * Whether a version is in a range as written in package.json: `^20.19.0 || >=22.13.0`.
 * @param {string} version
 * @param {string} range
 */
function isWithin(version, range) {
  var have = numbers(version);
  return range.split('||').some(function (part) {
    var least = numbers(part);
    var above = have[0] - least[0] || have[1] - least[1] || have[2] - least[2];
    return above >= 0 && (part.indexOf('^') < 0 || have[0] === least[0]);
  });
}

/** Packages that node_modules lacks or has in another version than package.json names. @param {Record<string, string>} wanted */
function missing(wanted) {
  return Object.keys(wanted).filter(function (name) {
    try {
      var manifest = path.join(root, 'node_modules', name, 'package.json');
      return (
        JSON.parse(fs.readFileSync(manifest, 'utf8')).version !== String(wanted[name]).replace(/^npm:.*@/, '')
      );
    } catch (error) {
      return Boolean(error);
    }
  });
}

/** @returns {string | undefined} the sentence that says what is missing, or undefined */
function obstacle() {
  var manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!isWithin(process.versions.node, manifest.engines.node))
    return (
      'This needs Node ' +
      manifest.engines.node.replace(/[\^]|>=/g, '').replace(' ||', ', or') +
      ' or newer, and this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org/ and try again.'
    );
  // The bundler misreads these characters in a path: it takes them for the end of the file name.
  var sign = /[#?%]/.exec(root);
  if (sign)
    return (
      'The folder ' +
      root +
      ' has a "' +
      sign[0] +
      '" in its name, which the bundler cannot work with: rename or move it, and try again.'
    );
  var gone = missing(Object.assign({}, manifest.dependencies, manifest.devDependencies));
  if (gone.length > 0)
    return (
      'Packages are missing or are not the versions that package.json names (' +
      gone.slice(0, 3).join(', ') +
      (gone.length > 3 ? ' and ' + (gone.length - 3) + ' more' : '') +
      '): run `npm ci --include=dev` in ' +
      root +
      ' and try again.'
    );
  return undefined;
}

var sentence = obstacle();
if (sentence) {
  console.error(sentence);
  process.exit(1);
}
import('./commands.mjs').then(function (commands) {
  return commands.main(process.argv.slice(2));
});
