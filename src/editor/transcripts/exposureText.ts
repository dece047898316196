import * as vscode from 'vscode';
import type { Exposed, ExposedTo, Exposure } from '../../core/exposure';
import { printable } from '../../core/printable';
import { revocationOf } from '../../core/revocation';

/** The report on AI transcripts as Markdown source: what left, where to, when, where it stands, and how it is revoked. No values. */
export function exposureText({ exposed, clients, faults }: Exposure, now: Date): string {
  const { t } = vscode.l10n;
  const secrets = exposed.filter(({ kind }) => kind === 'secret');
  const personal = exposed.filter(({ kind, direction }) => kind === 'pii' && direction === 'out');
  return [
    `# ${t('What the AI transcripts on this machine hold')}`,
    t('As of {0}. Addresses are those that the clients are configured with today.', now.toLocaleString()),
    t(
      'What went through a guarded model or the gateway stands here with its value, though only a placeholder left: clients write down what they say before it is redacted.',
    ),
    ...clients.map(({ title, files }) => `- ${t('{0}: {1} files', title, files)}`),
    `## ${t('Secrets: {0}', secrets.length)}`,
    ...secrets.map(one => secretText(one, titleOf(clients, one))),
    `## ${t('Personal data that left: {0}', personal.length)}`,
    ...kindLines(personal),
    ...(personal.length > 0 ? [clockText(now)] : []),
    ...(faults.length > 0 ? [`## ${t('Not looked at: {0}', faults.length)}`] : []),
    ...faults.map(({ where = '', message }) => `- ${printable(where)}: ${printable(message)}`),
    '',
  ].join('\n\n');
}

function titleOf(clients: Exposure['clients'], { client }: Exposed): string {
  return clients.find(({ name }) => name === client)?.title ?? client;
}

function secretText(one: Exposed, client: string): string {
  const { t } = vscode.l10n;
  const { how, url } = revocationOf(one) ?? {};
  const lines = [
    `${client}: ${wayText(one)}${timesText(one)}`,
    ...one.sessions
      .slice(0, toldSessions)
      .map(({ file, workspace }) => (workspace ? `${printable(workspace)}: ${printable(file)}` : printable(file))),
    ...(one.sessions.length > toldSessions ? [t('{0} more sessions', one.sessions.length - toldSessions)] : []),
    ...standingText(one),
    ...(how ? [`${how}${url ? ` ${url}` : ''}`] : []),
  ];
  return [`### ${one.title} ${one.masked} (${one.fingerprint})`, '', ...lines.map(line => `- ${line}`)].join('\n');
}

const toldSessions = 3;

function wayText({ direction, to, times }: Exposed): string {
  const { t } = vscode.l10n;
  const places = to.map(destination).join(', ') || t('a place that isn’t known');
  if (direction === 'out') return t('left {0}× to {1}', times, places);
  return direction === 'in'
    ? t('came in {0}× from {1}', times, places)
    : t('lies on this machine; nothing says that it left');
}

function destination({ provider, model, address }: ExposedTo): string {
  const names = [provider, model].filter(name => name !== undefined).join('/');
  return printable([address, names && `(${names})`].filter(Boolean).join(' '));
}

function timesText({ first, last }: Exposed): string {
  if (first === undefined || last === undefined) return '';
  const [since, until] = [first, last].map(time => new Date(time).toLocaleString()) as [string, string];
  return first === last ? `, ${since}` : `, ${vscode.l10n.t('first {0}, last {1}', since, until)}`;
}

function standingText({ standsIn }: Exposed): string[] {
  if (standsIn === undefined) return [];
  return [
    standsIn.length === 0
      ? vscode.l10n.t('No longer stands in its workspace')
      : vscode.l10n.t('Still stands in {0}', standsIn.map(printable).join(', ')),
  ];
}

/** Of personal data only kinds and numbers. */
function kindLines(personal: readonly Exposed[]): string[] {
  const kinds = new Map<string, number>();
  for (const { title } of personal) kinds.set(title, (kinds.get(title) ?? 0) + 1);
  return [...kinds].map(([title, number]) => `- ${title}: ${number}`);
}

/** GDPR, article 33: 72 hours from when it is known. */
function clockText(now: Date): string {
  const end = new Date(now.getTime() + 72 * 60 * 60 * 1000);
  return vscode.l10n.t(
    'Where that is a breach under the GDPR, it is notified within 72 hours from when you know of it: by {0} at the latest (article 33).',
    end.toLocaleString(),
  );
}
