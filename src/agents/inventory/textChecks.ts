import type { ItemType } from '../../core/agents';
import type { Finding, Span } from '../../core/model';
import type { ConfigNode } from './configNode';
import { walk } from './configTree';
import { dangerIn, skipsPermission } from './dangers';
import { advice, fixOf, type Look } from './look';

/** Looks at what a model reads as instructions: rules, skills, agents, commands, memories. */
export function lookAtText(type: ItemType, nameOf: (path: string) => string = baseOf): (look: Look) => void {
  return look => {
    const { file } = look;
    const item = look.item(
      type,
      nameOf(file.path),
      { start: 0, end: Math.min(file.text.length, 1) },
      {
        origin: { kind: 'file', name: file.path },
        scopes: toolsOf(file.text),
      },
    );
    for (const finding of look.scanned()) tell(look, finding, item);
    tellPrerequisites(look, item, type);
  };
}

/** The same for what configurations say to a model: a prompt, a description, a rule. What is found of a line is told of its longest text. */
export function tellInstructions(look: Look, root: ConfigNode): void {
  const found = look.scanned().filter(({ kind }) => kind === 'hidden' || kind === 'injection');
  const texts =
    found.length === 0 ? [] : [...walk(root)].flatMap(({ node }) => (node.kind === 'text' ? node.span : []));
  for (const finding of found) {
    let longest: Span = { start: 0, end: 0 };
    for (const span of texts) {
      const within = finding.start <= span.start && span.end <= finding.end;
      if (within && span.end - span.start > longest.end - longest.start) longest = span;
    }
    tell(look, longest.end > 0 ? { ...finding, ...longest } : finding, undefined);
  }
}

type Item = ReturnType<Look['item']>;

function tell(look: Look, { start, end, kind, detector, title, reason, tier }: Finding, item: Item | undefined): void {
  const span = { start, end };
  if (kind === 'secret' && !isProse(detector, end - start))
    look.finding('agent/inline-secret', span, `${title}: ${reason} (${detector})`, {
      item,
      value: look.file.text.slice(start, end),
    });
  else if (kind === 'hidden' && counts(detector, tier))
    look.finding('agent/hidden-text', span, `${title}: ${reason}`, {
      item,
      fix: fixOf(look, 'Take the hidden characters out', span, ''),
    });
  else if (kind === 'injection' && tier !== 'possible')
    look.finding('agent/injected-instruction', span, reason, {
      item,
      fix: advice('Take the passage out, or find out who wrote it'),
    });
}

/** A short word behind something like a name is how sentences go, and not how keys look. */
function isProse(detector: string, length: number): boolean {
  return detector === 'secret/generic' && length < 12;
}

/** Comments and long blanks are how people write; that markup or characters hide something is not. */
function counts(detector: string, tier: Finding['tier']): boolean {
  return (
    detector !== 'hidden/comment' && (tier !== 'possible' || /note-to-model|bidi|zero-width|invisible/.test(detector))
  );
}

/** Programs that instructions have the reader fetch and run, in clear or in base64, with what that says. */
function tellPrerequisites(look: Look, item: Item, type: ItemType): void {
  const { text } = look.file;
  const fix = advice('Do not run it; find out who wrote the instructions');
  for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9+/]{24,20000}={0,2}/g)) {
    const says = decode(run);
    if (says === undefined || !isCommand(says)) continue;
    const danger = dangerIn(says) ?? 'a command';
    look.finding(
      'agent/encoded-prerequisite',
      { start: index, end: index + run.length },
      `hidden in base64, ${danger}: ${preview(look, says)}`,
      { item, fix },
    );
  }
  for (const line of linesOf(text)) {
    const written = text.slice(line.start, line.end);
    const danger = isWellKnownInstaller(written) ? undefined : dangerIn(written);
    if (danger)
      look.finding('agent/encoded-prerequisite', line, `${danger}: ${preview(look, written.trim())}`, { item, fix });
    else if (archiveWithPassword.test(written))
      look.finding('agent/encoded-prerequisite', line, 'an archive with a password, which scanners can not open', {
        item,
        fix,
      });
    const flag = type === 'skill' || look.foreign ? skipsPermission(written) : undefined;
    if (flag && (isCommandLine(written) || type === 'hook'))
      look.finding('agent/auto-approve', line, `${flag} lets an AI agent act without being asked`, { item });
  }
}

/** Installers that projects' own pages name, and that instructions for people name in turn. */
function isWellKnownInstaller(line: string): boolean {
  const hosts = Array.from(
    line.matchAll(/https?:\/\/([^\s/"'`)|]+)(\/[^\s"'`)|]*)?/g),
    ([, host = '', path = '']) => host + path,
  );
  return hosts.length > 0 && hosts.every(it => installers.test(it));
}

const installers =
  /^(?:astral\.sh\/|sh\.rustup\.rs|get\.docker\.com|bun\.(?:sh|com)\/install|deno\.land\/|get\.pnpm\.io\/|install\.python-poetry\.org|raw\.githubusercontent\.com\/(?:nvm-sh\/nvm|Homebrew\/install)\/|claude\.ai\/install|mise\.run|get\.sdkman\.io|fnm\.vercel\.app|starship\.rs|pixi\.sh|proto\.moonrepo\.dev|nixos\.org\/nix|install\.determinate\.systems|antigravity\.google\/cli\/|opencode\.ai\/install|cursor\.com\/install|deb\.nodesource\.com\/)/;

const archiveWithPassword =
  /\b(?:download|extract|unzip|unpack)\b.{0,200}(?:\.zip|\.rar|\.7z|archive).{0,120}\b(?:pass(?:word|phrase)?|pwd)\b\s*(?:is|:|=|`|"|')/i;

/** A line that is a command and doesn't only tell about one. */
function isCommandLine(line: string): boolean {
  return (
    /^\s*(?:[$>#]\s+)?(?:\w+=\S+\s+)*[\w./-]+(?:\s|$)/.test(line) &&
    !/^\s*(?:never|do not|don't|avoid|without)\b/i.test(line) &&
    !/[.!?]\s*$/.test(line)
  );
}

function* linesOf(text: string): Generator<Span> {
  let start = 0;
  for (let count = 0; start < text.length && count < 20_000; count++) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    if (stop > start && stop - start < 4000) yield { start, end: stop };
    start = stop + 1;
  }
}

function decode(run: string): string | undefined {
  try {
    const said = atob(run.slice(0, run.length - (run.length % 4 === 1 ? 1 : 0)));
    return /^[\x20-\x7e\s]{12,}$/.test(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isCommand(said: string): boolean {
  return (
    dangerIn(said) !== undefined ||
    /\b(?:curl|wget|bash|sh|powershell|iex|python3?|node|chmod|nc|osascript|eval|exec)\b[\s(]+[-./\w"'$(]/.test(said)
  );
}

/** What it says, for a person: without secrets, without control characters, the first words. */
function preview(look: Look, said: string): string {
  let shown = said.slice(0, 400);
  for (const { start, end, kind, harmless } of [...look.scan(shown, {}).findings].reverse())
    if ((kind === 'secret' || kind === 'pii') && !harmless) shown = `${shown.slice(0, start)}••••${shown.slice(end)}`;
  const line = shown.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** What its front matter says that it may use. */
function toolsOf(text: string): { tools?: readonly string[] } {
  const front = /^---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1] ?? '';
  const line = /^(?:allowed-tools|tools|allowedTools)\s*:\s*(.+)$/m.exec(front)?.[1];
  const tools = line
    ?.replace(/[[\]"']/g, '')
    .split(/,\s*/)
    .map(it => it.trim())
    .filter(Boolean);
  return tools && tools.length > 0 ? { tools } : {};
}

function baseOf(path: string): string {
  return path.split('/').slice(-2).join('/');
}
