import { blocking, type CiRun, exitCodeOf, type Gate, type GateResult, type GateState, stateOf } from '../core/ciRun';
import type { Fault, Kind } from '../core/model';
import { printable } from '../core/printable';
import type { ReportedFinding } from '../core/report';
import { revocationOf } from '../core/revocation';

/** Markdown for whoever decides about a release and knows nothing of security: what blocks, why it matters, what to do, who may decide otherwise. */
export function ciSummary(run: CiRun): string {
  const parts = [heading(run), table(run), ...run.gates.flatMap(result => gatePart(result, run)), ...ending(run)];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

const titles: Readonly<Record<Gate, string>> = {
  secrets: 'Keys and passwords',
  personal: 'Personal data',
  prompts: 'Files that AI assistants obey',
  packages: 'Packages',
  agents: 'AI clients, their servers and hooks',
  policy: 'The policy itself',
  'sign-off': 'Approval by people',
};

const states: Readonly<Record<GateState, string>> = {
  passed: '✅ passed',
  blocked: '❌ blocked',
  unable: '⛔ could not be checked',
  skipped: '⚠️ skipped',
  'left out': '– not asked for',
};

function heading(run: CiRun): string {
  const code = exitCodeOf(run);
  const skipped = run.gates.filter(({ skipped }) => skipped).length;
  const verdict =
    code === 0
      ? skipped === 0
        ? '✅ This may go ahead'
        : `⚠️ This may go ahead, but ${count(skipped, 'check')} ${skipped === 1 ? 'was' : 'were'} skipped`
      : code === 1
        ? '❌ This is blocked'
        : '⛔ This is blocked: not everything could be checked';
  const scope = run.base
    ? `What has changed since ${code_(run.base.name)} (${run.base.commit.slice(0, 10)}) was checked.`
    : 'Everything here was checked.';
  return `## Lockside: ${verdict}\n\n${scope}`;
}

function table({ gates, failOn }: CiRun): string {
  const rows = gates.map(result => {
    const state = stateOf(result, failOn);
    const found = blocking(result, failOn).length + result.refusals.length;
    const details =
      state === 'skipped'
        ? `${text(result.skipped!.owner)}: ${text(result.skipped!.reason)}`
        : [
            count(found, 'blocker', found > 0),
            count(result.unable.length, 'thing not checked', result.unable.length > 0, 'things not checked'),
          ]
            .filter(Boolean)
            .join(', ');
    return `| ${titles[result.gate]} | ${states[state]} | ${details} |`;
  });
  return ['| Check | Result | |', '| --- | --- | --- |', ...rows].join('\n');
}

function gatePart(result: GateResult, { failOn }: CiRun): string[] {
  const state = stateOf(result, failOn);
  if (state === 'skipped' || state === 'left out') return [];
  const found = blocking(result, failOn);
  const lines: string[] = [];
  if (found.length > 0 || result.refusals.length > 0) {
    lines.push(`### ${titles[result.gate]}`, `**Why it matters:** ${why[result.gate]}`);
    lines.push(
      [...findingLines(found), ...result.refusals.slice(0, mostLines).map(one => `- ${text(one)}`)].join('\n'),
    );
    lines.push(`**What to do:** ${remedies(result.gate, found).join(' ')}`);
  }
  if (state === 'unable') {
    lines.push(`### ${titles[result.gate]}: could not be checked`);
    lines.push(
      'What nobody could look at stays out until somebody can: otherwise a broken check would open the gate.',
      [...result.unable.slice(0, mostLines).map(faultLine), ...more(result.unable.length)].join('\n'),
    );
  }
  const notes = result.notes.slice(0, mostNotes).map(note => `- ${text(note)}`);
  if (notes.length > 0)
    lines.push(`<details><summary>${titles[result.gate]}: notes</summary>\n\n${notes.join('\n')}\n\n</details>`);
  return lines;
}

const mostLines = 25;
const mostNotes = 10;

/** The same thing in many places is one line. */
function findingLines(found: readonly ReportedFinding[]): string[] {
  const lines = found.slice(0, mostLines).map(({ file, line, title, reason, origin }) => {
    const where = `${code_(`${file}:${line}`)}${origin?.commit ? ` in commit ${origin.commit.slice(0, 10)}` : ''}`;
    return `- ${where}: ${text(title)} – ${text(reason)}`;
  });
  return [...lines, ...more(found.length)];
}

function more(all: number): string[] {
  return all > mostLines ? [`- and ${all - mostLines} more`] : [];
}

function faultLine({ where, message }: Fault): string {
  return where === undefined ? `- ${text(message)}` : `- ${code_(where)}: ${text(message)}`;
}

const why: Readonly<Record<Gate, string>> = {
  secrets:
    'whoever can read the repository, and every AI assistant that works in it, can use these keys as if they were you.',
  personal:
    'people’s data would go to everybody with the repository and to AI providers; laws ask you to prevent that.',
  prompts:
    'AI assistants do what these files say. A line of an outsider here can make an assistant send out code or keys.',
  packages: 'the packages run with all that your program and your build may do.',
  agents: 'AI clients start these servers and hooks by themselves, with the rights of whoever opens the folder.',
  policy: 'the policy says what is checked at all. What is wrong with it makes every other answer worth less.',
  'sign-off': 'your policy wants people to have looked at it, and nobody approves of their own work.',
};

function remedies(gate: Gate, found: readonly ReportedFinding[]): string[] {
  if (gate === 'sign-off') return ['Ask the people below to look at the commit and to run `lockside sign-off add`.'];
  if (gate === 'policy') return ['Mend what is listed, or have an approver sign it: `lockside waiver sign`.'];
  if (gate === 'packages') return ['Take the version that the finding names, or another package.'];
  if (gate === 'agents')
    return [
      'Put the file right as the finding says; where it is meant, a person looks at it and runs `lockside lock`.',
    ];
  const kinds = new Set(found.map(({ kind }) => kind));
  const secret = found.find(({ kind }) => kind === 'secret');
  const revoked = secret ? revocationOf(secret) : undefined;
  return [...kinds].flatMap(kind => {
    if (kind === 'secret')
      return [
        `Make the key worthless first: ${revoked?.how ?? 'revoke it.'} Then take it out of the file and of the commits.`,
      ];
    return byKind[kind] ?? [];
  });
}

const byKind: Readonly<Partial<Record<Kind, string>>> = {
  pii: 'Replace real people by made-up ones: `lockside synthesize FILE`.',
  hidden: 'Take the hidden characters out, and ask whoever wrote them what they were for.',
  injection:
    'Have a person read the file as an order to a machine; take out what gives orders that you would not give.',
  class: 'Take the file out, or ask whoever owns it.',
};

function ending({ gates, policyChanges, approvers, failOn }: CiRun): string[] {
  const changed =
    policyChanges.length === 0
      ? []
      : [
          '### This change also changes its own rules',
          'It was judged by the rules from before and by its own, and the stricter counts. Look at these files:',
          policyChanges
            .slice(0, mostLines)
            .map(path => `- ${code_(path)}`)
            .join('\n'),
        ];
  const shut = gates.some(result => ['blocked', 'unable'].includes(stateOf(result, failOn)));
  if (!shut) return changed;
  const who =
    approvers.length > 0
      ? `${approvers.map(text).join(', ')} may waive a rule for a time, with a reason and a signature: \`lockside waiver add\`, then \`lockside waiver sign\`.`
      : 'Nobody is named who may waive a rule: a team names them in `lockside.approvers`.';
  return [...changed, `**Who can decide otherwise:** ${who}`];
}

function count(number: number, one: string, told = true, several = `${one}s`): string {
  return told ? `${number} ${number === 1 ? one : several}` : '';
}

/** Names and reasons come from strangers: what Markdown or HTML would take for its own is spelled out. */
function text(raw: string): string {
  return printable(raw).replace(/[\\`*_{}[\]()#!|<>~@&]/g, unit => `&#${unit.charCodeAt(0)};`);
}

function code_(raw: string): string {
  return `<code>${text(raw)}</code>`;
}
