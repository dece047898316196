import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { threadSeconds } from './threadSeconds.mjs';

/**
 * Runs one JavaScript peer over texts: JSON strings in, one a line; lists of [type, start, end] out, then the CPU seconds it took.
 * Arguments: the peer, and the folder whose node_modules hold it.
 */
const [peer, folder] = process.argv.slice(2);
const require = createRequire(`${folder}/package.json`);

const peers = {
  openredaction: () => {
    const { OpenRedaction } = require('openredaction');
    const detector = new OpenRedaction();
    return async text => (await detector.detect(text)).detections.map(it => [it.type, ...it.position]);
  },
  // These two only rewrite: what they put in place of a value says its kind, and the text around it where it stood.
  'redact-pii': () => {
    const { SyncRedactor } = require('redact-pii');
    const redactor = new SyncRedactor();
    const words =
      'US_SOCIAL_SECURITY_NUMBER CREDIT_CARD_NUMBER STREET_ADDRESS EMAIL_ADDRESS PHONE_NUMBER PERSON_NAME CREDENTIALS IP_ADDRESS USERNAME PASSWORD ZIPCODE DIGITS NAME URL';
    return text => alignment(text, redactor.redact(text), words.split(' '));
  },
  '@redactpii/node': async () => {
    const { Redactor } = await import(pathToFileURL(require.resolve('@redactpii/node')).href);
    const redactor = new Redactor();
    const words = ['PERSON_NAME', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'CREDIT_CARD_NUMBER', 'US_SOCIAL_SECURITY_NUMBER'];
    return text => alignment(text, redactor.redact(text), words);
  },
  'anti-trojan-source': async () => {
    const { hasConfusables } = require('anti-trojan-source');
    return text =>
      hasConfusables({ sourceText: text, detailed: true }).map(it => [`hidden/${it.codePoint}`, 0, text.length]);
  },
  'anti-trojan-source, extended': async () => {
    const { hasConfusables } = require('anti-trojan-source');
    return text =>
      hasConfusables({ sourceText: text, detailed: true, extended: true }).map(it => [
        `hidden/${it.codePoint}`,
        0,
        text.length,
      ]);
  },
  vard: async () => {
    const { vard } = await load('@andersmyrmel/vard/dist/index.js');
    const guard = vard();
    return text => (guard.safeParse(text).safe ? [] : [['injection/vard', 0, text.length]]);
  },
  // The rule that everybody writes first.
  'one regex': () => text =>
    /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:previous|prior|above|earlier)\b.{0,40}\b(?:instructions?|rules|prompts?)\b/i.test(
      text,
    )
      ? [['injection/regex', 0, text.length]]
      : [],
};

/** A module that can't be required, by its file. */
function load(file) {
  return import(pathToFileURL(`${folder}/node_modules/${file}`).href);
}

/** Where each kind's values stood: what is left between the words put in stands in the original in the same order. */
function alignment(original, redacted, words) {
  // A noncharacter for each word, which no text holds; longer words stand before those that they contain.
  const mark = text => words.reduce((all, word, at) => all.replaceAll(word, String.fromCharCode(0xfdd0 + at)), text);
  const kindsIn = text => [...text.matchAll(/[\ufdd0-\ufdef]/g)].map(([unit]) => words[unit.charCodeAt(0) - 0xfdd0]);
  const marked = mark(redacted);
  const kinds = kindsIn(marked);
  // In whole files only the number matters, and finding places by trial would take too long; there the words may stand anyway.
  if (original.length > 5000 || kinds.length > 12) {
    const anyway = kindsIn(mark(original));
    const added = kinds.filter(kind => {
      const at = anyway.indexOf(kind);
      if (at >= 0) anyway.splice(at, 1);
      return at < 0;
    });
    return added.map(kind => [kind, 0, 0]);
  }
  const escaped = marked.split(/[\ufdd0-\ufdef]/).map(part => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const match = new RegExp(`^${escaped.join('([^]+?)')}$`, 'd').exec(original);
  return kinds
    .map((kind, at) => [kind, ...(match?.indices[at + 1] ?? [0, 0])])
    .filter((_, at) => match?.[at + 1] !== kinds[at]);
}

const look = await peers[peer]();
await look('warm up, jane@example.org');
let seconds = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const began = threadSeconds();
  const found = await look(text);
  seconds += threadSeconds() - began;
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
process.stdout.write(`${JSON.stringify({ seconds })}\n`);
