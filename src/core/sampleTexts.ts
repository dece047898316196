import { loadDetectors } from './detectors/load';
import { sample } from './detectors/sample';
import { wordsOfSigns } from './injection/injection';
import { loadRecords } from './records/load';

/** Texts of the kinds that requests hold, none of them anybody's. */
export interface SampleTexts {
  readonly prose: string;
  readonly code: string;
  readonly settings: string;
}

/**
 * So many made-up texts in which every word stands that a scan looks for, the same each time: whoever lets the engine compile what
 * scans before it is needed has something to look at.
 */
export function* sampleTexts(rounds: number): Generator<SampleTexts> {
  const keys = loadDetectors().flatMap(({ keywords }) => keywords.slice(0, 1));
  const labels = loadRecords().recordWords();
  const words = wordsOfSigns();
  const vocabulary = loadDetectors().flatMap(({ title }) => title.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  let last = 0;
  const word = () => {
    last = (last * 31 + 17) % vocabulary.length;
    return vocabulary[last] as string;
  };
  const filled = (lines: readonly string[]) => lines.join('\n').replaceAll('%', word);
  for (let round = 0; round < rounds; round++) {
    const part = (all: readonly string[]) => all.filter((_, i) => i % rounds === round);
    yield {
      code: filled(codeLines),
      prose: `${filled(proseLines)}\n${part(words)
        .map(it => `${word()} ${it} ${word()}. `)
        .join('')}`,
      settings: [
        ...part(keys).map((it, i) =>
          sample(`${it}${joints[(round + i) % joints.length]}${drawn[i % drawn.length]}`, round),
        ),
        ...part(labels).map(it => `${it}: ${word()}`),
      ].join('\n'),
    };
  }
}

const joints = ['', '=', ': "', ' = "', '_key="', ' is '];
const drawn = ['{alnum:36}', '{digit:10}', '{hex:32}', '{base64:44}', '{lower:6}'];

const codeLines = [
  "import { %, % as % } from './%/%.js';",
  '',
  'export async function %(%: string, % = %.length): Promise<%[]> {',
  '  const % = await %.%(`${%}/%`, { %: true, %: [1, 20, 300] }); // The % of each %.',
  "  if (!% || %.% === '%') throw new Error('no % in ' + %);",
  '  return %.map(% => ({ ...%, %: %.%?.[0] ?? "%-%" }));',
  '}',
  '',
  '/** @param {string} % says which % the % has; see https://example.com/%/%?%=1#% */',
  'type % = Readonly<Record<string, % | undefined>>;',
  '{ "%": { "version": "1.20.3", "%": "^4.1.0", "%": null } }',
  'module.exports = function % (%, %) {',
  "  var % = /^[%]+\\\\.(\\\\d+)$/.exec(%) || ['', '%'];",
  '  for (let i = 0, l = %.length; i < l; i++) %[i] += %.charCodeAt(i) & 0xff;',
  '};',
];

const proseLines = [
  '# % and %',
  '',
  'The % reads the % of each % and returns what is wrong with it, in the order of the %.',
  'Use `%` where the % is known; otherwise, see [the %](https://example.com/%#%).',
  '',
  "- **%**: don't set it when a % isn't there (default: `%`).",
  '- #12 Fix % of % by @% in 1.2.3 (2024-01-02)',
  '',
  '| % | % | % |',
  '|---|---|---|',
  '| % | 12 | "%" |',
  '',
  '```sh',
  'npm install --save-dev % && npx % --% ./%',
  '```',
];
