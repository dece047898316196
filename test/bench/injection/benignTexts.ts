import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BenignText {
  /** The package that it stands in. */
  readonly group: string;
  readonly path: string;
  readonly text: string;
  /** Whether it speaks to agents, of which there are few. */
  readonly guides: boolean;
}

/** Documentation, and one file of code in four, of packages on this machine; each text once, in a fixed order, up to so many units a folder. */
export function readBenign(folders: readonly string[], most = 22e6): BenignText[] {
  const seen = new Set<string>();
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder => {
      let room = most;
      const found: BenignText[] = [];
      for (const path of filesIn(folder)) {
        if (room <= 0) break;
        const text = readText(path);
        const hash = createHash('sha256').update(text).digest('hex');
        if (text.length < 40 || seen.has(hash)) continue;
        seen.add(hash);
        if (code.test(path) && Number.parseInt(hash.slice(0, 2), 16) % 4 > 0) continue;
        room -= text.length;
        found.push({ group: groupOf(path), path, text, guides: guidance.test(path) });
      }
      return found;
    });
}

const prose = /\.(?:md|mdx|mdc|txt|rst|html?|adoc|ya?ml|toml|json|csv)$/i;
const code = /\.(?:[cm]?[jt]sx?|py|go)$/i;
const guidance = /AGENTS\.md|CLAUDE\.md|SKILL\.md|copilot|prompt|\.mdc|litellm|aider|gemini|cline|opencode|agent/i;
/** Texts of attacks are no benign ones, and tables of words no texts. */
const left = /\.min\.|locales|i18n|cldr|(?:^|\/)\.git\/|bench|inject|jailbreak|guardrail|red-?team|corpus\/\w+\.txt$/i;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && (prose.test(entry.name) || code.test(entry.name)))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !left.test(path) && statSync(path).size < (/\.(?:json|ya?ml|toml|csv)$/i.test(path) ? 40e3 : 300e3))
    .sort();
}

function readText(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') || text.includes('\ufffd') ? '' : text;
}

function groupOf(path: string): string {
  const found =
    /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ??
    /pkg\/mod\/([^@]+)@/.exec(path) ??
    /site-packages\/([^/]+)/.exec(path);
  return found?.[1] ?? path.split('/').slice(0, 6).join('/');
}
