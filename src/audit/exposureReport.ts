import type { Exposed, ExposedTo, Exposure } from '../core/exposure';
import { printable } from '../core/printable';
import { revocationOf } from '../core/revocation';

/** When a report is made, in milliseconds since 1970, and what the home is called that paths are told from. */
export interface ReportedAt {
  readonly now: number;
  readonly home: string;
}

/** For people: each secret with where it went, when, where it stands and how it is revoked; personal data by kinds. */
export function exposureText(exposure: Exposure, at: ReportedAt): string {
  const { exposed, clients, faults } = exposure;
  const groups = clients.map(({ name, title, files, note }) => {
    const own = exposed.filter(({ client }) => client === name);
    const secrets = own.filter(({ kind }) => kind === 'secret').map(one => secretText(one, at));
    const head = `${title}: ${count(files, 'file')}${own.length === 0 ? ', nothing found' : ''}\n`;
    const noted = note && own.length > 0 ? `  Note: ${note}\n` : '';
    return head + secrets.join('') + personalText(own) + noted;
  });
  const problems = faults.map(
    ({ where, message }) => `Not looked at: ${where ? `${shown(where, at)}: ` : ''}${printable(message)}\n`,
  );
  return [...groups, ...problems, ...clockText(exposed, at), sum(exposure)].join('');
}

/** The whole exposure as one JSON object, with how each kind is revoked and the end of the time in which a breach is notified. */
export function exposureJson(exposure: Exposure, { now }: ReportedAt): string {
  const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
  const exposed = exposure.exposed.map(one => ({
    ...one,
    first: time(one.first),
    last: time(one.last),
    revocation: revocationOf(one),
  }));
  const notifyBy = hasPersonal(exposure.exposed) ? time(now + notification) : undefined;
  return `${JSON.stringify({ generated: time(now), notifyBy, ...exposure, exposed }, undefined, 2)}\n`;
}

/** The values of a kind that went to a provider. */
export function leftOf(exposed: readonly Exposed[], kind: Exposed['kind']): Exposed[] {
  return exposed.filter(one => one.kind === kind && one.direction === 'out');
}

/** GDPR, article 33: 72 hours from when it is known. */
const notification = 72 * 60 * 60 * 1000;

function hasPersonal(exposed: readonly Exposed[]): boolean {
  return leftOf(exposed, 'pii').length > 0;
}

function secretText(one: Exposed, at: ReportedAt): string {
  const { how, url } = revocationOf(one) ?? {};
  const lines = [
    `${one.title} ${one.masked} (${one.detector}, ${one.fingerprint})`,
    `  ${wayText(one)}${timesText(one)}`,
    ...one.sessions.slice(0, toldSessions).map(({ file, session, workspace }) => {
      const within = workspace === undefined ? '' : ` in ${shown(workspace, at)}`;
      return `  session ${printable(session ?? '(no id)')}${within}: ${shown(file, at)}`;
    }),
    ...(one.sessions.length > toldSessions
      ? [`  and ${count(one.sessions.length - toldSessions, 'more session')}`]
      : []),
    ...standingText(one, at),
    ...(how ? [`  ${how}${url ? ` ${url}` : ''}`] : []),
  ];
  return lines.map(line => `  ${line}\n`).join('');
}

const toldSessions = 3;

function wayText({ direction, to, times }: Exposed): string {
  const often = `${times === 1 ? 'once' : `${times} times`}`;
  const places = to.length === 0 ? '' : ` ${direction === 'in' ? 'from' : 'to'} ${to.map(destination).join(', ')}`;
  if (direction === 'out') return `left ${often}${places}`;
  return direction === 'in' ? `came in ${often}${places}` : `lies on this machine ${often}; nothing says that it left`;
}

function destination({ provider, model, address }: ExposedTo): string {
  const names = [provider, model].filter(name => name !== undefined).join('/');
  if (address === undefined) return printable(names);
  return names === '' ? printable(address) : `${printable(address)} (${printable(names)})`;
}

function timesText({ first, last }: Exposed): string {
  if (first === undefined || last === undefined) return '';
  return first === last ? `, ${minute(first)}` : `, first ${minute(first)}, last ${minute(last)}`;
}

function standingText({ standsIn }: Exposed, at: ReportedAt): string[] {
  if (standsIn === undefined) return [];
  return [
    standsIn.length === 0
      ? '  no longer stands in its workspace'
      : `  still stands in ${standsIn.map(file => shown(file, at)).join(', ')}`,
  ];
}

/** Of personal data only kinds and numbers. */
function personalText(own: readonly Exposed[]): string {
  const left = leftOf(own, 'pii');
  const kinds = new Map<string, number>();
  for (const { title } of left) kinds.set(title, (kinds.get(title) ?? 0) + 1);
  const told = [...kinds].map(([title, number]) => `${title}: ${number}`).join(', ');
  const { first } = times(left);
  return told === ''
    ? ''
    : `  Personal data that left${first === undefined ? '' : `, since ${minute(first)}`}: ${told}\n`;
}

function clockText(exposed: readonly Exposed[], { now }: ReportedAt): string[] {
  if (!hasPersonal(exposed)) return [];
  return [
    `Personal data left. Where that is a breach under the GDPR, it is notified within 72 hours from when you know of it: by ${minute(now + notification)} at the latest (article 33).\n`,
  ];
}

function sum({ exposed, clients, bytes }: Exposure): string {
  const secrets = leftOf(exposed, 'secret');
  const { first } = times(secrets);
  const since = first === undefined ? '' : ` since ${minute(first)}`;
  const files = clients.reduce((total, one) => total + one.files, 0);
  const others = exposed.filter(({ kind, direction }) => kind === 'secret' && direction !== 'out').length;
  return `${count(secrets.length, 'secret')} left${since}, ${others} more in the files; ${count(leftOf(exposed, 'pii').length, 'personal value')} left. ${count(files, 'file')} of ${count(clients.length, 'client')}, ${(bytes / 1e6).toFixed(1)} MB.\n`;
}

function times(exposed: readonly Exposed[]): { first?: number } {
  const all = exposed.flatMap(({ first }) => first ?? []);
  return all.length === 0 ? {} : { first: all.reduce((least, it) => Math.min(least, it)) };
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function shown(path: string, { home }: ReportedAt): string {
  return printable(path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path);
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
