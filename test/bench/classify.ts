import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { type CodePrints, createCodePrints, type FilePrints, printsOf } from '../../src/core/classify/codePrints';
import { labelsIn } from '../../src/core/classify/labels';
import { writePrints } from '../../src/core/classify/printsFile';
import { createKeyedHash } from '../../src/io/codeFingerprints';
import { type SourceFile, sourceFiles } from './sourceFiles';

const keyed = createKeyedHash('the-salt-of-a-team-0123456789');
const all = sourceFiles(/\.(?:[cm]?js|tsx?)$/).filter(
  ({ size, name }) => size > 1500 && size < 200_000 && !/\.min\.|\.d\.[cm]?ts$/.test(name),
);
const packageOf = ({ name }: SourceFile) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? '';
const byPackage = new Map<string, SourceFile[]>();
for (const file of all) byPackage.set(packageOf(file), [...(byPackage.get(packageOf(file)) ?? []), file]);
const named = (...names: string[]) => names.flatMap(name => byPackage.get(name) ?? []);
/** No tables in a string: they weigh as much as all code. */
const isCode = (file: SourceFile) => !/.{5000}/.test(text(file));
const text = ({ path }: SourceFile) => readFileSync(path, 'utf8');

const printed = (code: string) => transformSync(code, { loader: 'js', legalComments: 'none' }).code;
const words = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[A-Za-z_$][\w$]*/g;

/** Renamed by esbuild scope by scope, and then every name of the file once more, members and all. */
function renamed(code: string): string {
  const names = new Map<string, string>();
  const locals = transformSync(code, { minifyIdentifiers: true, loader: 'js', legalComments: 'none' }).code;
  return locals.replace(words, word => {
    if (/^["'`]/.test(word) || kept.has(word)) return word;
    if (!names.has(word)) names.set(word, `name${names.size}_x`);
    return names.get(word)!;
  });
}

/** The words of the language. */
const kept = new Set(
  `as async await break case catch class const continue default delete do else export extends false finally for from function get if
  import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while yield`.split(
    /\s+/,
  ),
);

/** Functions and classes of the outermost level in the opposite order, each where another one stood. */
function reordered(code: string): string {
  const statements = printed(code).split(/\n(?=[^\s})\]])/);
  const isMoved = (one: string) => /^(?:export |default |async )*(?:function|class)\b/.test(one);
  const moved = statements.filter(isMoved);
  return statements.map(one => (isMoved(one) ? moved.pop()! : one)).join('\n');
}

const variants: Record<string, (code: string) => string> = {
  'as it is': code => code,
  renamed,
  reformatted: printed,
  'on one line': code => transformSync(code, { minifyWhitespace: true, loader: 'js' }).code,
  'comments moved': code =>
    transformSync(code, { loader: 'js', legalComments: 'none' }).code.replace(
      /;\n/g,
      ';\n// Moved here.\n/* And\n   here */\n',
    ),
  reordered,
  'all of it': code => renamed(transformSync(reordered(code), { minifyWhitespace: true, loader: 'js' }).code),
};

function attempt(change: (code: string) => string, code: string): string | undefined {
  try {
    return change(code);
  } catch {
    return undefined; // A module with top-level returns, or syntax that one of the tools doesn't know.
  }
}

function filePrints(files: readonly SourceFile[]): FilePrints[] {
  return files.map(file => ({ path: file.name, class: 'restricted', prints: printsOf(text(file), keyed) }));
}

/** The share of a package's own code that is still recognised, by what was done to it, weighted by length. */
function recognised(owned: readonly SourceFile[], prints: CodePrints): void {
  for (const [name, change] of Object.entries(variants)) {
    let [sum, length, least] = [0, 0, 1];
    for (const file of owned) {
      const changed = attempt(change, text(file));
      if (changed === undefined) continue;
      const { share } = prints.match(changed);
      sum += share * changed.length;
      length += changed.length;
      least = Math.min(least, share);
    }
    console.log(`  ${name.padEnd(16)} ${percent(sum / length)} recognised (least file ${percent(least)})`);
  }
}

/** How often some lines of code in a row, taken anywhere but from comments, are known for what they are. */
function snippets(owned: readonly SourceFile[], prints: CodePrints, lines: number): void {
  let [count, known] = [0, 0];
  for (const file of owned) {
    const code =
      attempt(variants.reformatted!, text(file))
        ?.split('\n')
        .filter(line => line.trim() !== '' && !/^\s*(?:\/\/|\/?\*)/.test(line)) ?? [];
    for (let at = 10; at + lines < code.length; at += 37) {
      count++;
      if (prints.match(`Can you explain this?\n\n${code.slice(at, at + lines).join('\n')}\n`).matches.length > 0)
        known++;
    }
  }
  console.log(`  ${lines} lines pasted into a prompt: ${percent(known / count)} of ${count} recognised`);
}

function unrelated(names: readonly string[], prints: CodePrints): void {
  let [sum, length, files, hit] = [0, 0, 0, 0];
  for (const name of names) {
    let [part, size] = [0, 0];
    for (const file of named(name)) {
      const code = text(file);
      const { share, matches } = prints.match(code);
      part += share * code.length;
      size += code.length;
      files++;
      if (matches.length > 0) hit++;
      if (matches.length > 0 && process.argv.includes('--show'))
        console.log(
          '    ',
          percent(share),
          file.name,
          matches[0]!.path,
          JSON.stringify(code.slice(matches[0]!.spans[0]!.start, matches[0]!.spans[0]!.end).slice(0, 300)),
        );
    }
    sum += part;
    length += size;
  }
  console.log(
    `  unrelated packages: ${percent(sum / length)} of ${(length / 1e6).toFixed(1)} MB, ${hit} of ${files} files with any match`,
  );
}

function speed(prints: CodePrints): void {
  const code = all.slice(0, 400).map(text);
  const bytes = code.reduce((sum, one) => sum + one.length, 0);
  for (const round of ['cold', 'warm']) {
    const began = performance.now();
    for (const one of code) prints.match(one);
    console.log(
      `  ${round}: ${(bytes / 1e3 / (performance.now() - began)).toFixed(0)} MB/s over ${(bytes / 1e6).toFixed(0)} MB`,
    );
  }
}

/** Files that call themselves confidential: in public packages, each is a false alarm until somebody has looked at it. */
function labels(): void {
  const files = sourceFiles(
    /\.(?:md|txt|rst|html?|ya?ml|toml|css|py|cs|c|h|cc|cpp|java|go|sh|[cm]?[jt]sx?)$|\/[A-Z]+$/,
  ).filter(({ size }) => size < 2e6);
  let [alarms, length] = [0, 0];
  for (const file of files) {
    const content = text(file);
    length += content.length;
    for (const { why } of labelsIn(content, file.name)) {
      alarms++;
      console.log(`    ${file.name}: ${why}`);
    }
  }
  console.log(`  labels in ${files.length} files of public packages, ${(length / 1e6).toFixed(0)} MB: ${alarms}`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

const [owner = 'undici', ...more] = process.argv.slice(2).filter(one => !one.startsWith('--'));
const owned = named(owner, ...more).filter(isCode);
const prints = filePrints(owned);
const index = createCodePrints(prints, keyed);
const bytes = owned.reduce((sum, { size }) => sum + size, 0);
console.log(
  `fingerprints of ${owner} ${more.join(' ')}: ${owned.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${(writePrints(prints).length / 1e3).toFixed(0)} kB`,
);
recognised(owned, index);
for (const lines of [6, 8, 12, 20]) snippets(owned, index, lines);
const others = [...byPackage.keys()].filter(
  name => name !== owner && !more.includes(name) && name !== '' && !/undici|^esbuild/.test(name),
);
unrelated(others, index);
speed(index);
labels();
