import { createInjectionFinder } from '../../src/core/injection/injection';
import { readBenign } from './injection/benignTexts';
import { measured } from './injection/measured';

/**
 * Prints what is found of wordings that nothing was learnt from or tuned to, how many alarms signs and sentences raise in a megabyte of the
 * texts in the folders that are named, and what looking costs; `--show` prints the alarms of sentences.
 */
const find = createInjectionFinder();
const told = (text: string) => find(text).filter(({ tier }) => tier !== 'possible');
for (const [name, texts] of Object.entries(measured)) {
  const found = texts.filter(text => told(`Notes.\n\n${text}\n\nMore.`).length > 0).length;
  console.log(`${name}: ${found} of ${texts.length}, ${((100 * found) / texts.length).toFixed(1)} %`);
}

const folders = process.argv.slice(2).filter(it => !it.startsWith('--'));
const counts = { signs: 0, sentences: 0, units: 0 };
let took = 0;
for (const { path, text } of readBenign(folders.length > 0 ? folders : ['node_modules'])) {
  const before = process.cpuUsage().user;
  const found = told(text);
  took += process.cpuUsage().user - before;
  counts.units += text.length;
  for (const { reason, start, end } of found) {
    const bySentence = reason.startsWith('speaks like an order');
    if (bySentence) counts.sentences++;
    else counts.signs++;
    if (bySentence && process.argv.includes('--show'))
      console.log(
        `${path.slice(-60)} | ${reason.slice(34)} | ${text.slice(start, end).replaceAll('\n', ' ').slice(0, 200)}`,
      );
  }
}
const megabytes = counts.units / 1e6;
console.log(
  `${megabytes.toFixed(1)} MB: ${(counts.signs / megabytes).toFixed(2)} alarms a megabyte of signs and ` +
    `${(counts.sentences / megabytes).toFixed(2)} of sentences, ${(megabytes / (took / 1e6)).toFixed(0)} MB a second`,
);
