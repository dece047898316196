#!/usr/bin/env node
import type { PlainPackages } from './packages';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './loadPackages'): typeof import('./loadPackages');
declare function require(path: './cli'): unknown;

// The command that editors and CI call most is a file of its own: to read the code of all others, and of the reader of options, takes
// longer than its work. Whatever else is said to it, also wrongly, is for the program of all commands.
const plain = process.argv[2] === 'packages' ? plainPackages(process.argv.slice(3)) : undefined;
if (plain) require('./loadPackages').loadPackages().runPackages(plain);
else require('./cli');

function plainPackages(words: readonly string[]): PlainPackages | undefined {
  const paths: string[] = [];
  let format: PlainPackages['format'] = 'text';
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('-')) paths.push(word);
    else {
      const given = word === '--format' ? words[++at] : undefined;
      if (given !== 'text' && given !== 'json' && given !== 'jsonl' && given !== 'sarif') return undefined;
      format = given;
    }
  }
  return { paths, format };
}
