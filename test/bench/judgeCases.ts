import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignments } from '../../src/core/detectors/assignments';
import type { Detector } from '../../src/core/detectors/detector';
import { readAssignment } from '../../src/core/detectors/readAssignment';
import { weigh } from '../../src/core/judge/judge';
import { featuresOf } from '../../src/core/judge/judgeFeatures';
import { isStrong } from '../../src/core/judge/judgeStrong';
import type { Span } from '../../src/core/model';
import { createScanner } from '../../src/core/scan';
import { countWords } from './letterTriples';

/** A labelled line of real code. */
export interface Row {
  readonly id: string;
  readonly path: string;
  readonly before: string[];
  readonly lines: string[];
  readonly after: string[];
  readonly label: 0 | 1;
  readonly start?: number;
  readonly end?: number;
}

/** A candidate to learn from, or to be judged. */
export interface Case {
  readonly group: string;
  readonly line: number;
  readonly label: 0 | 1;
  readonly weight: number;
  readonly features: readonly string[];
  readonly strong: boolean;
  readonly show: string;
  /** How many candidates are alike. */
  readonly count: number;
}

/** The candidates of one labelled line; those beside the secret of a true line count for nothing. */
export function casesOf(row: Row, line: number): Case[] {
  const head = row.before.map(it => `${it}\n`).join('');
  const own = row.lines.join('\n');
  const text = `${head}${own}\n${row.after.join('\n')}\n`;
  return candidatesIn(text, row.path)
    .filter(it => it.start < head.length + own.length && it.end > head.length)
    .filter(
      it => row.label === 0 || (it.start < head.length + (row.end ?? 0) && it.end > head.length + (row.start ?? 0)),
    )
    .map(it => ({
      ...it,
      count: 1,
      group: row.id.replace(/-\d+$/, ''),
      line,
      label: row.label,
      weight: 1,
      show: `${row.path.slice(-30)} | ${own.trim().slice(0, 160)}`,
    }));
}

/** Lines that a repository repeats weigh less each. */
export function evened(cases: readonly Case[]): Case[] {
  const keyOf = (it: Case) => `${it.group} ${it.label} ${it.features.join(' ')}`;
  const counts = new Map<string, number>();
  for (const it of cases) counts.set(keyOf(it), (counts.get(keyOf(it)) ?? 0) + 1);
  return cases.map(it => {
    const count = counts.get(keyOf(it)) ?? 1;
    return { ...it, weight: (1 + Math.log(count)) / count };
  });
}

interface Found extends Span {
  readonly strong: boolean;
  readonly features: readonly string[];
}

function candidatesIn(text: string, path: string): Found[] {
  const found = new Map<number, Found>();
  const collector: Detector = {
    ...(assignments[0] as Detector),
    accept: ({ text: whole, at }) => {
      const assignment = readAssignment(whole, at);
      const weighable = assignment && weigh(assignment, whole, path);
      if (!weighable) return undefined;
      const { start, end } = assignment;
      found.set(start, {
        start,
        end,
        strong: isStrong(weighable, assignment),
        features: featuresOf(assignment, weighable.key, weighable.value, weighable.shape, whole, path),
      });
      return undefined;
    },
  };
  createScanner({ fingerprint: () => '', detectors: [collector] }).scan(text, { path });
  return [...found.values()];
}

/** What packages hold. */
export interface Ordinary {
  readonly cases: Case[];
  readonly words: Map<string, number>;
  readonly megabytes: number;
  readonly seen: number;
}

/** Reads packages, each kind of candidate once. */
export function readOrdinary(folders: readonly string[]): Ordinary {
  const counts = new Map<string, { count: number; case: Case }>();
  const words = new Map<string, number>();
  let bytes = 0;
  let seen = 0;
  for (const { path, text, group } of folders.flatMap(filesOf)) {
    bytes += text.length;
    if (bytes < 40_000_000) countWords(text, words);
    for (const found of candidatesIn(text, path)) {
      seen++;
      const key = found.features.join(' ');
      const known = counts.get(key);
      if (known) known.count++;
      else {
        const line = text.slice(text.lastIndexOf('\n', found.start) + 1, found.end + 30).slice(-150);
        counts.set(key, {
          count: 1,
          case: {
            count: 1,
            group,
            line: -1,
            label: 0,
            weight: 1,
            features: found.features,
            strong: found.strong,
            show: `${path.slice(-40)} | ${line}`,
          },
        });
      }
    }
  }
  const cases = [...counts.values()].map(it => ({
    ...it.case,
    count: it.count,
    weight: Math.min(3, 1 + Math.log(it.count)),
  }));
  return { cases, words, megabytes: bytes / 1e6, seen };
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly group: string;
}

/** Text files below a folder; a package is a group. */
function filesOf(folder: string): SourceFile[] {
  const files: SourceFile[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (
      !entry.isFile() ||
      !/\.(?:[cm]?[jt]sx?|pyi?|json|ya?ml|toml|ini|cfg|md|txt|rst|html|go|java|rb|php|sh|map|properties|xml|sql|cs|kt|rs|swift|c|h|cpp)$/.test(
        path,
      )
    )
      continue;
    const bytes = readFileSync(path);
    if (bytes.length > 2_000_000) continue;
    const inside = path.slice(folder.length + 1);
    files.push({
      path: inside,
      text: bytes.toString('utf8'),
      group: `ordinary ${inside.split('/').slice(0, 2).join('/')}`,
    });
  }
  return files;
}
