import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadDetectors } from '../../src/core/detectors/load';
import { triples } from '../../src/core/judge/judgeWeights';
import { createScanner } from '../../src/core/scan';
import { type Case, casesOf, evened, type Row, readOrdinary } from './judgeCases';
import { countTriples } from './letterTriples';
import { type Logistic, predict, trainLogistic } from './logistic';

/**
 * Trains the model behind the generic judgement and prints what it would find in repositories that it has not seen: on
 * labelled lines of real code beside the repository, and on packages, where whatever is found would be an alarm. Only weights
 * of words, shapes and places are written, never a value. `--write` writes them, `--letters` first counts anew how letters
 * follow each other, `--misses` shows what would be missed and what would be an alarm; folders of packages may be named.
 */
const labelled = new URL('../../../shared/data/secrets/train.jsonl', import.meta.url);
const output = new URL('../../src/core/judge/judgeWeights.ts', import.meta.url);

/** What is read where no folder is named: the packages of `npm run bench:secrets`, and our own. */
const usual = ['out/peers/corpus', 'node_modules'];

main();

function main(): void {
  if (!existsSync(labelled)) {
    console.log('no labelled lines here; nothing trained');
    return;
  }
  const rows = readFileSync(labelled, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row);
  const folders = process.argv.slice(2).filter(it => !it.startsWith('--'));
  const ordinary = readOrdinary(folders.length > 0 ? folders : usual.filter(it => existsSync(it)));
  if (process.argv.includes('--letters')) {
    write(countTriples(ordinary.words), { bias: 0, weights: new Map() });
    return;
  }
  const cases = evened(rows.flatMap(casesOf));
  const packages = ordinary.cases;
  console.log(
    `${rows.length} labelled lines with ${cases.length} candidates (${cases.filter(it => it.label).length} true); ` +
      `${ordinary.megabytes.toFixed(0)} MB of packages with ${ordinary.seen} candidates, ${packages.length} different`,
  );
  crossValidate(rows, cases, packages);
  if (process.argv.includes('--write')) write(triples, prune(trainLogistic([...cases, ...packages])));
}

/** Each repository judged by what the others teach; packages by five parts. */
function crossValidate(rows: readonly Row[], cases: readonly Case[], packages: readonly Case[]): void {
  const scores = new Map<Case, number>();
  for (const group of new Set(cases.map(it => it.group))) {
    const model = prune(trainLogistic([...cases.filter(it => it.group !== group), ...packages]));
    for (const it of cases) if (it.group === group) scores.set(it, predict(model, it.features));
  }
  const names = [...new Set(packages.map(it => it.group))].sort();
  for (let part = 0; part < 5; part++) {
    const out = new Set(names.filter((_, at) => at % 5 === part));
    const model = prune(trainLogistic([...cases, ...packages.filter(it => !out.has(it.group))]));
    for (const it of packages) if (out.has(it.group)) scores.set(it, predict(model, it.features));
  }
  const others = foundOtherwise(rows);
  for (const it of [...cases, ...packages]) if (it.strong) scores.set(it, 1);
  const best = rows.map((_, at): number => (others.has(at) ? 1 : 0));
  for (const it of cases) best[it.line] = Math.max(best[it.line] ?? 0, scores.get(it) ?? 0);
  const scored = (label: number) => best.filter((_, at) => rows[at]?.label === label).sort((a, b) => b - a);
  const trueOnes = scored(1);
  const falseOnes = scored(0);
  for (const limit of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const share = (all: readonly number[]) => ((100 * all.filter(it => it >= limit).length) / all.length).toFixed(1);
    const alarms = packages.filter(it => (scores.get(it) ?? 0) >= limit).reduce((sum, it) => sum + it.count, 0);
    console.log(
      `from ${limit}: true lines ${share(trueOnes)} %, false lines ${share(falseOnes)} %, alarms in packages ${alarms}`,
    );
  }
  if (process.argv.includes('--misses'))
    for (const it of [...cases, ...packages].filter(it => (it.label === 1) !== (scores.get(it) ?? 0) >= 0.45))
      console.log(`${it.label ? 'missed' : 'alarm '} ${it.count} ${(scores.get(it) ?? 0).toFixed(2)} ${it.show}`);
}

/** The lines in which detectors of formats find something. */
function foundOtherwise(rows: readonly Row[]): Set<number> {
  const detectors = loadDetectors().filter(it => it.id !== 'secret/generic');
  const { scan } = createScanner({ fingerprint: () => '', detectors });
  const found = new Set<number>();
  rows.forEach((row, at) => {
    const head = row.before.map(it => `${it}\n`).join('');
    const end = head.length + row.lines.join('\n').length;
    const text = `${head}${row.lines.join('\n')}\n${row.after.join('\n')}\n`;
    const { findings } = scan(text, { path: row.path });
    if (findings.some(it => it.kind === 'secret' && it.tier !== 'possible' && it.start < end && it.end > head.length))
      found.add(at);
  });
  return found;
}

/** Leaves out what hardly weighs. */
function prune({ bias, weights }: Logistic): Logistic {
  return { bias, weights: new Map([...weights].filter(([, weight]) => Math.abs(weight) >= 0.05)) };
}

function write(letters: string, { bias, weights }: Logistic): void {
  const entries = [...weights]
    .map(([name, weight]) => [name, Math.round(weight * 100)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(
    ([name, weight]) => `  ${/^[a-z]\w*$/i.test(name) ? name : `'${name.replace(/['\\]/g, '\\$&')}'`}: ${weight},`,
  );
  writeFileSync(
    output,
    `// Generated by \`npm run train:judge\`; do not edit.

/** Log odds before anything is known, in hundredths. */
export const bias = ${Math.round(bias * 100)};

/** Four times the bits that each letter after two others is worth, from 0 on; the 27th letter is a word's end. */
export const triples =
  '${letters}';

/** Log odds of each feature, in hundredths. */
export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`,
  );
}
