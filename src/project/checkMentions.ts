import { dirname } from 'node:path';
import type { PackageFile, PackageFinding } from '../core/packages';
import type { CheckedFile, CheckedText, CheckFacts } from '../core/packageThread';
import type { AskRegistry } from '../core/registry';
import { isAtHome } from '../io/registries/isInstalled';
import type { AdvisoryBase } from '../supply/advisories/createAdvisoryBase';
import type { FileToJudge } from '../supply/fileToJudge';
import { importMentions, languageOf } from '../supply/mentions/imports';
import type { PackageMention } from '../supply/mentions/packageMention';
import { scriptMentions, textMentions } from '../supply/mentions/textMentions';
import { loadTrust } from '../supply/trust/load';
import { advisoriesOf } from './checkFile';
import { meantName } from './meantName';
import { projectNames } from './projectNames';

export interface MentionsFacts {
  readonly base: AdvisoryBase;
  readonly facts: CheckFacts;
  /** The manifests around. */
  readonly declared: readonly (FileToJudge & { readonly text: string })[];
  /** Given where registries may be asked. */
  readonly ask: AskRegistry | undefined;
  tell(file: CheckedFile): void;
}

/** What is said of packages that words name: install commands in a text, a script or a cell, and imports. At once without registries, then with. */
export async function checkMentions(target: CheckedText, facts: MentionsFacts): Promise<void> {
  const { text, language } = target;
  const code = languageOf(language);
  const imports = code ? importMentions(text, code) : [];
  const installs = code ? cellMentions(text, language) : (readers[language]?.(text) ?? textMentions(text));
  const undeclared = undeclaredImports(target, imports, facts);
  // Of imports only those count that nothing declares: the others are the manifest's.
  const open = imports.filter(({ span }) => undeclared.some(({ start }) => start === span.start));
  const mentions = [...installs, ...open];
  const { base } = facts;
  const judge = async (ask: AskRegistry | undefined) => {
    const found = await loadTrust().judgeMentions(mentions, {
      ...{ malicious: loadTrust().maliciousBy(base), fingerprint: (_, value) => value, now: Date.now() },
      newDays: facts.facts.newDays,
      has: mention => target.root !== undefined && isAtHome(target.root, mention),
      ...(ask ? { ask } : {}),
    });
    // That nobody could be asked is no news about a text.
    return found.filter(({ detector }) => detector !== 'supply/unverified-package');
  };
  const tell = (found: readonly PackageFinding[]) => facts.tell(toChecked(target, mentions, found, undeclared, base));
  tell(await judge(undefined));
  if (facts.ask && mentions.length > 0) tell(await judge(facts.ask));
}

const readers: Readonly<Record<string, (text: string) => PackageMention[]>> = {
  shellscript: scriptMentions,
  powershell: scriptMentions,
  bat: scriptMentions,
  makefile: scriptMentions,
  yaml: scriptMentions,
  dockerfile: scriptMentions,
};

/** `!pip install x` in a notebook's cell: a fence around it makes it what the reader of Markdown knows. */
function cellMentions(text: string, language: string): PackageMention[] {
  if (!/^[ \t]*[!%]/m.test(text)) return [];
  const fence = `\`\`\`${language}\n`;
  return textMentions(fence + text)
    .filter(({ how }) => how !== 'import')
    .map(one => ({ ...one, span: { start: one.span.start - fence.length, end: one.span.end - fence.length } }));
}

function undeclaredImports(
  target: CheckedText,
  imports: readonly PackageMention[],
  { declared }: MentionsFacts,
): PackageFinding[] {
  if (imports.length === 0 || declared.length === 0 || target.file === undefined || target.root === undefined)
    return [];
  const names = projectNames(declared, target.root, dirname(target.file));
  const found = loadTrust().judgeImports(imports, names, { fingerprint: (_, value) => value });
  return found.map(one => ({ ...one, severity: 'information' }));
}

function toChecked(
  { path, file, language, text }: CheckedText,
  mentions: readonly PackageMention[],
  found: readonly PackageFinding[],
  undeclared: readonly PackageFinding[],
  base: AdvisoryBase,
): CheckedFile {
  const worse = new Set(found.map(({ start }) => start));
  const all = [...found, ...undeclared.filter(({ start }) => !worse.has(start))];
  const packages = mentions.map(({ ecosystem, name }) => ({ ecosystem, name })) as PackageFile['packages'];
  return {
    ...{ path, format: languageOf(language) ? 'code' : 'text', kind: 'reference', packages: mentions.length },
    ...(file === undefined ? {} : { file }),
    findings: all.map(finding => {
      const meant = meantName(text, finding);
      return { finding, ...(meant ? { meant } : {}) };
    }),
    faults: [],
    advisories: advisoriesOf(base, { packages }),
  };
}
