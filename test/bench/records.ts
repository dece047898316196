import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allFakers } from '@faker-js/faker';
import { findRecords } from '../../src/core/records/findRecords';
import { brief, english, formats, makeRecords, spellings } from '../core/people';

/** Recall by kind over 20 locales and all formats; the speed on a table of 10,000 people; alarms in the folders that are named. */
const locales = [
  ...[
    'en',
    'en_GB',
    'en_IN',
    'de',
    'fr',
    'es',
    'es_MX',
    'it',
    'pt_BR',
    'nl',
    'pl',
    'cs_CZ',
    'sv',
    'da',
    'fi',
    'hu',
    'ro',
    'tr',
  ],
  ...['ru', 'uk', 'el', 'ja', 'zh_CN', 'ko', 'ar', 'fa', 'he', 'vi', 'id_ID', 'hr'],
] as const;
const rows = Number(process.env.ROWS ?? 12);
const folders = process.argv.slice(2);

recall();
speed();
for (const folder of folders) alarms(folder);

function recall(): void {
  const sums = new Map<string, [found: number, all: number]>();
  const add = (name: string, found: number, all: number) => {
    const sum = sums.get(name) ?? [0, 0];
    sums.set(name, [sum[0] + found, sum[1] + all]);
  };
  let wrong = 0;
  for (const locale of locales) {
    const faker = allFakers[locale];
    faker.seed(7);
    formats.forEach((format, place) => {
      const spell = spellings[(place + locale.length) % spellings.length] ?? String;
      for (const headers of [english.map(([name, kind]) => [spell(name), kind] as const), brief]) {
        const made = makeRecords(faker, format, rows, headers);
        const found = new Map(
          findRecords(made.text, made.path).flatMap(column =>
            column.cells.map(it => [`${it.start}-${it.end}`, column.kind]),
          ),
        );
        for (const [kind, spans] of made.truth) {
          const hits = spans.filter(it => found.get(`${it.start}-${it.end}`) === kind).length;
          for (const name of [kind, `format ${format}`, `locale ${locale}`]) add(name, hits, spans.length);
          for (const it of spans) found.delete(`${it.start}-${it.end}`);
        }
        wrong += found.size;
      }
    });
  }
  for (const [name, [found, all]] of sums)
    console.log(`${name.padEnd(24)} ${((100 * found) / all).toFixed(1).padStart(6)} %  of ${all}`);
  console.log(`cells found that hold something else: ${wrong}`);
}

function speed(): void {
  const faker = allFakers.en;
  faker.seed(11);
  for (const format of formats) {
    const { text: made, path } = makeRecords(faker, format, 10_000);
    // A string that was put together piece by piece is slow at its first reading.
    const text = Buffer.from(made).toString();
    const bytes = Buffer.byteLength(text);
    const times = Array.from({ length: 5 }, () => cpuOf(() => findRecords(text, path))).sort((a, b) => a - b);
    console.log(
      `${format.padEnd(10)} ${(bytes / 1e6).toFixed(2)} MB  ${(bytes / 1e3 / (times[2] as number)).toFixed(0)} MB per CPU second`,
    );
  }
}

function alarms(folder: string): void {
  let bytes = 0;
  let time = 0;
  let columns = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    const status = statSync(file, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > 5e6) continue;
    const text = readFileSync(file, 'utf8');
    if (text.slice(0, 8000).includes('\0')) continue;
    bytes += status.size;
    let found: ReturnType<typeof findRecords> = [];
    const took = cpuOf(() => {
      found = findRecords(text, name);
    });
    time += took;
    if (took > 500) console.log(`slow: ${name}: ${took.toFixed(0)} ms for ${(status.size / 1e3).toFixed(0)} KB`);
    columns += found.length;
    for (const it of found) console.log(`  ${name}  ${it.kind}  ${it.name}  ${it.cells.length} cells`);
  }
  console.log(
    `${folder}: ${columns} columns in ${(bytes / 1e6).toFixed(0)} MB (${((1e6 * columns) / bytes).toFixed(3)} per MB), ${(bytes / 1e3 / time).toFixed(0)} MB per CPU second`,
  );
}

/** Milliseconds of the process, so that what else the machine does counts little. */
function cpuOf(run: () => void): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
