import { existsSync, readFileSync } from 'node:fs';
import { createScanner } from '../../src/core/scan';

interface Row {
  readonly path: string;
  readonly before: string[];
  readonly lines: string[];
  readonly after: string[];
  readonly label: 0 | 1;
  readonly category: string;
  readonly start?: number;
  readonly end?: number;
}

/** Recall and false positives on labelled lines of real code, where the data stands beside the repository. */
const file = new URL('../../../shared/data/secrets/train.jsonl', import.meta.url);
if (existsSync(file))
  measure(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Row),
  );
else console.log('no labelled lines here; nothing measured');

function measure(rows: readonly Row[]): void {
  const { scan } = createScanner({ fingerprint: () => '0'.repeat(16) });
  const tally = { found: 0, exact: 0, positives: 0, alarms: 0, negatives: 0 };
  const byCategory = new Map<string, [number, number]>();
  for (const row of rows) {
    const head = row.before.map(line => `${line}\n`).join('');
    const line = row.lines.join('\n');
    const text = `${head}${line}\n${row.after.join('\n')}\n`;
    const found = scan(text, { path: row.path }).findings.filter(
      it =>
        it.kind === 'secret' && it.tier !== 'possible' && it.start < head.length + line.length && it.end > head.length,
    );
    const count = byCategory.get(`${row.label} ${row.category}`) ?? [0, 0];
    byCategory.set(`${row.label} ${row.category}`, [count[0] + (found.length > 0 ? 1 : 0), count[1] + 1]);
    if (row.label === 1) {
      tally.positives++;
      if (found.length > 0) tally.found++;
      if (found.some(it => it.start === head.length + (row.start ?? -1) && it.end === head.length + (row.end ?? -1)))
        tally.exact++;
    } else {
      tally.negatives++;
      if (found.length > 0) tally.alarms++;
    }
    if (process.argv.includes('--misses') && (row.label === 1) !== found.length > 0) {
      console.log(`${row.label === 1 ? 'missed' : 'alarm '} ${row.path.slice(-24)} | ${line.trim().slice(0, 180)}`);
    }
  }
  if (process.argv.includes('--categories'))
    console.table([...byCategory].sort().map(([name, [hit, all]]) => ({ name, hit, all })));
  const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} % (${part} of ${all})`;
  console.log(
    `true lines found: ${share(tally.found, tally.positives)}, exact spans ${share(tally.exact, tally.found)}`,
  );
  console.log(`false lines flagged: ${share(tally.alarms, tally.negatives)}`);
}
