import type { AgentPermissions, FileAccess, FileVerdict } from '../../core/agentPermissions';
import { harmIn } from '../../core/shell/destroys';
import { quoted } from '../../core/shell/quoted';
import { anyLetters, unknownText } from '../../core/shell/shellWord';
import { dangerIn, skipsPermission } from '../inventory/dangers';
import { type Disk, type FileUse, fileUses } from './fileUses';
import { type Step, stepsOf } from './steps';

/** Something that speaks against what an agent wants to do. */
export interface Sign {
  readonly detector:
    | 'agent/destructive-command'
    | 'agent/grants-access'
    | 'agent/guard-off'
    | 'agent/remote-code'
    | 'agent/skipped-permission'
    | 'agent/signing'
    | 'agent/credential-use'
    | 'agent/protected-read'
    | 'agent/protected-write'
    | 'agent/unread-command'
    | 'agent/foreign-setting';
  /** A clause, for the model and the person. */
  readonly why: string;
  /** What to do in its place; a sentence. */
  readonly instead?: string;
  /** What the matrix says of the file. */
  readonly verdict?: FileVerdict;
  /** Set where the file is named, but the program isn't known to show it. */
  readonly unsure?: boolean;
}

/** What is known around a command. */
export interface CommandWorld {
  readonly client: string;
  readonly permissions: AgentPermissions;
  readonly disk: Disk;
  /** The paths that rules know a file by: as it is named, and where links lead to. `path` is relative to where the command runs. */
  pathsOf(path: string): readonly string[];
}

/** What speaks against a command line; an empty list for nearly all of them. */
export function judgeCommand(line: string, world: CommandWorld): Sign[] {
  const { steps, unread } = stepsOf(line);
  const signs: Sign[] = [];
  let folder = '';
  for (const step of steps) {
    signs.push(...judgeStep(step, folder, world));
    if (/^(?:cd|pushd|chdir|set-location|sl)$/.test(step.program))
      folder = moved(folder, step.args.find(([text = '']) => !text.startsWith('-'))?.[0]);
  }
  const danger = mayFetch.test(line) && steps.some(({ program }) => !texts.test(program)) ? dangerIn(line) : undefined;
  if (danger)
    signs.push({
      detector: 'agent/remote-code',
      why: danger,
      instead: 'Download it to a file, show it to the person, and run it after they agree.',
    });
  if (!danger && mayFetch.test(line) && steps.some(runsUnseen))
    signs.push({
      detector: 'agent/remote-code',
      why: 'what is downloaded or decoded is run at once',
      instead: 'Download it to a file, show it to the person, and run it after they agree.',
    });
  if (forkBomb.test(line)) signs.push({ detector: 'agent/destructive-command', why: 'it starts itself without end' });
  if (unread || callsDotNet.test(line) || steps.some(isHidden)) signs.push(...mentionsIn(line, world));
  return unique(signs);
}

const mayFetch =
  /\b(?:curl|wget|fetch|base64|iwr|irm|iex|invoke-\w+|downloadstring|powershell|pwsh|certutil|bitsadmin|mshta)\b/i;
const callsDotNet = /\]::(?:Read|Open|Copy|Move)/i;
const forkBomb = /(?<![\w.])([\w:]+)\s*\(\)\s*\{\s*\1\s*\|\s*\1\s*&\s*\}/;
/** These only say something about commands. */
const texts = /^(?:echo|printf|grep|rg|ag|ack|git|gh|glab|cat|:)$/;

function judgeStep(step: Step, folder: string, world: CommandWorld): Sign[] {
  const flat = step.args.flat();
  const signs: Sign[] = [...signing(step, flat)];
  const harm = harmIn(step.program, flat, step.input);
  if (harm)
    signs.push({ detector: harms[harm.kind], why: `${step.program}: ${harm.why}`, instead: insteadOf[harm.kind] });
  if (harm?.kind === 'destroys' && usesCredential(step, flat))
    signs.push({
      detector: 'agent/credential-use',
      why: `${step.program} uses a credential for something that can't be taken back`,
      instead: 'Ask the person to run it, and say where the credential came from.',
    });
  if (overwritesDisk(step)) signs.push({ detector: 'agent/destructive-command', why: 'it overwrites a disk' });
  if (turnsGuardsOff(step))
    signs.push({ detector: 'agent/guard-off', why: 'it turns checks off', instead: insteadOf.unguards });
  const flag = texts.test(step.program)
    ? undefined
    : (skipsPermission([step.program, ...flat].join(' ')) ?? setsFlag(step));
  if (flag !== undefined)
    signs.push({
      detector: 'agent/skipped-permission',
      why: `it starts an AI client that acts without asking (${flag})`,
      instead: 'Start it without that option, so that a person sees what it does.',
    });
  if (step.code !== undefined) {
    const deletes = destroysInCode.exec(step.code);
    if (deletes)
      signs.push({
        detector: 'agent/destructive-command',
        why: `its code would ${deletes[0].slice(0, 40).trim()}`,
        instead: insteadOf.destroys,
      });
    if (listsAndOpens(step.code))
      signs.push({
        detector: 'agent/unread-command',
        why: 'its code reads files that it looks up itself',
        instead: 'Name the files.',
      });
  }
  for (const use of fileUses(step, folder, world.disk)) signs.push(...judgeUse(step, use, world));
  return signs;
}

const harms = {
  destroys: 'agent/destructive-command',
  grants: 'agent/grants-access',
  unguards: 'agent/guard-off',
} as const;
const insteadOf = {
  destroys: 'Say what it would delete, and let the person run it or agree.',
  grants: 'Say who would get access to what, and let the person do it.',
  unguards: 'Fix what the check says; only a person turns it off.',
} as const;

/** Signatures are a person's; whatever makes one isn't for an agent. */
function signing({ program, args }: Step, flat: readonly string[]): Sign[] {
  const line = flat.join(' ');
  const lockside =
    program === 'lockside' || (/^(?:node|npx|bunx|tsx)$/.test(program) && /(?:lockside\S*|cli\.js)(?=\s|$)/.test(line));
  const makes =
    (lockside &&
      /(?:^|\s)(?:waiver\s+sign|sign-off\s+add|policy\s+sign|audit\s+checkpoint\s.*--sign|lock\s+approve|lock\s.*--(?:yes|restore)|vault\s+export)(?=\s|$)/.test(
        line,
      )) ||
    (program === 'ssh-keygen' && /(?:^|\s)-Y\s*sign\b/.test(line) && /-n\s*\S*lockside/.test(line)) ||
    (lockside && args.length === 1 && flat[0] === 'lock');
  return makes
    ? [
        {
          detector: 'agent/signing',
          why: 'only a person may approve or sign',
          instead: 'Ask the person to run it in their own terminal.',
        },
      ]
    : [];
}

function usesCredential({ sets }: Step, flat: readonly string[]): boolean {
  const line = flat.join(' ');
  return (
    /(?:authorization|bearer|x-api-key|private-token|--token|--password|api[-_]?key|(?:^|\s)-u\s)/i.test(line) ||
    /\b(?:SECRET|PII)_[A-Z\d_]+_\d+\b/.test(line) ||
    Object.keys(sets).some(name => /TOKEN|SECRET|PASSWORD|API_?KEY|CREDENTIAL/i.test(name))
  );
}

function overwritesDisk({ writes }: Step): boolean {
  return writes.flat().some(file => /^\/dev\/(?:sd|hd|nvme|vd|xvd|disk|mapper|mmcblk|rdisk)/.test(file));
}

function turnsGuardsOff({ sets, program, args }: Step): boolean {
  const set = {
    ...sets,
    ...(/^(?:export|set|setx|env)$/.test(program)
      ? Object.fromEntries(args.map(([text = '']) => text.split(/=(.*)/s).slice(0, 2) as [string, string]))
      : {}),
  };
  return (
    set.HUSKY === '0' ||
    set.HUSKY_SKIP_HOOKS !== undefined ||
    set.SKIP_HOOKS !== undefined ||
    set.PRE_COMMIT_ALLOW_NO_CONFIG !== undefined ||
    set.NODE_TLS_REJECT_UNAUTHORIZED === '0' ||
    Object.keys(set).some(name => /^LOCKSIDE_/.test(name)) ||
    (program === 'unset' && args.some(([text = '']) => text.startsWith('LOCKSIDE_'))) ||
    (/^(?:kill|pkill|killall|stop-process|taskkill)$/.test(program) && args.flat().some(text => /lockside/i.test(text)))
  );
}

function setsFlag({ sets }: Step): string | undefined {
  return sets.GOOSE_MODE === 'auto' ? 'GOOSE_MODE=auto' : undefined;
}

const destroysInCode =
  /shutil\.rmtree\s*\(\s*(?:os\.path\.expanduser\s*\(\s*)?['"](?:\/|~|\.\.?|[A-Z]:)[^'"]{0,20}['"]|\brm(?:dir)?Sync\s*\(\s*(?:['"](?:\/|~|\.\.)|(?:require\(['"](?:node:)?os['"]\)|os)\.homedir)|\brm\s+-\w*[rR]\w*\s+(?:-\w+\s+)*(?:\/|~|\$HOME|\*)|FileUtils\.rm_rf\s*\(?\s*['"](?:\/|~)|\bdrop\s+(?:table|database)\b|rmtree\s*\(?\s*['"](?:\/|~)|Path\.home\(\)[^\n]{0,40}rmtree|rmtree\s*\(\s*(?:Path\.home|os\.environ)/i;

/** Code that opens whatever it finds by a pattern. */
function listsAndOpens(code: string): boolean {
  return (
    /\b(?:os\.listdir|os\.walk|os\.scandir|readdirSync|readdir|Dir\.(?:glob|entries|children)|scandir|glob\s*\(|iterdir)/.test(
      code,
    ) &&
    /startswith|startsWith|['"`]\.?e?n?v?['"`]|env|\\x2e|chr\(|secret|\.pem|id_/i.test(code) &&
    /\bopen\s*\(|readFile|read_text|File\.read|file_get_contents/.test(code)
  );
}

function judgeUse(step: Step, { path, access, sure }: FileUse, { permissions, pathsOf, client }: CommandWorld): Sign[] {
  if (access === 'read' && isRedaction(step)) return [];
  for (const one of pathsOf(path)) {
    const verdict = permissions.decide(one, access, client);
    if (verdict.action === 'allow') continue;
    const sign = protectedFile(path, access, verdict);
    return [access === 'read' && !sure ? { ...sign, unsure: true } : sign];
  }
  return [];
}

/** That the matrix keeps agents from a file. */
export function protectedFile(path: string, access: FileAccess, verdict: FileVerdict): Sign {
  const shown = path.slice(0, 200);
  if (access === 'read')
    return {
      detector: 'agent/protected-read',
      why: `${shown} may not be read: ${verdict.reason}`,
      instead: placeholderRoute(shown),
      verdict,
    };
  return {
    detector: 'agent/protected-write',
    why: `${shown} is not an agent's to change: ${verdict.reason}`,
    instead: 'Say what should change there, and let the person do it or agree.',
    verdict,
  };
}

/** How a model may get at a protected file all the same. */
function placeholderRoute(path: string): string {
  return `Read it with the file-reading tool, or run: lockside redact --path ${shellWord(path)} < ${shellWord(path)}; both give placeholders, which work wherever values are needed.`;
}

function shellWord(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : quoted(path);
}

/** Our own program gives placeholders for what it reads. */
function isRedaction({ program, args }: Step): boolean {
  return program === 'lockside' && /^(?:redact|scan|classify)$/.test(args[0]?.[0] ?? '');
}

/** A shell that runs what comes to it, which nobody has seen. */
function runsUnseen({ program, piped, input, args }: Step): boolean {
  return (
    piped &&
    input === undefined &&
    /^(?:(?:ba|z|da|k)?sh|pwsh|powershell|python[\d.]*|node|perl|ruby|php)$/.test(program) &&
    args.every(([text = '']) => /^-s?$/.test(text))
  );
}

/** A program that is only known when it runs, with something to read. */
function isHidden({ program, args }: Step): boolean {
  return program.includes(unknownText) && args.length + 1 > 0;
}

/** Protected files that a line names wherever, with quotes and escapes taken off. */
function mentionsIn(line: string, { permissions, pathsOf, client }: CommandWorld): Sign[] {
  const plain = line.slice(0, 20_000).replace(/['"\\^`]/g, '');
  for (const word of new Set(plain.match(/[\w~.*?/-]*[./~][\w.*?/-]+/g) ?? [])) {
    if (word.includes(anyLetters)) continue;
    for (const path of pathsOf(word)) {
      const verdict = permissions.decide(path, 'read', client);
      if (verdict.action !== 'allow')
        return [
          {
            detector: 'agent/unread-command',
            why: `not all of it can be read, and it names ${word.slice(0, 100)}`,
            instead: 'Write it as a plain command.',
          },
        ];
    }
  }
  return [];
}

function moved(folder: string, to: string | undefined): string {
  if (to === undefined || to === '') return '~';
  if (to.includes(unknownText)) return folder;
  if (/^(?:\/|~|[A-Za-z]:)/.test(to)) return to;
  return folder === '' ? to : `${folder}/${to}`;
}

function unique(signs: readonly Sign[]): Sign[] {
  return [...new Map(signs.map(sign => [`${sign.detector} ${sign.why}`, sign])).values()];
}
