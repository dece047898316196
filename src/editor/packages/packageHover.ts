import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Advisory } from '../../core/packages';
import type { KnownAdvisories } from '../../core/packageThread';
import type { Pause } from '../findings/pause';
import { scannedSchemes } from '../findings/scanDocuments';
import type { PackageChecks } from './createPackageChecks';
import type { Judged, PackageDecisions } from './packageDecisions';
import { isPackageFinding, pageOf } from './packageText';

/** Says of a package what is known of it, what clears it, why it is here, and how old what is known is. */
export function registerPackageHover(pause: Pause, checks: PackageChecks): vscode.Disposable {
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      const file = pause.isQuiet() ? undefined : checks.get(document.uri);
      const decision = file?.decisions.find(one => file.range(one).contains(position));
      const all = decision ? file!.at(decision.finding.start) : [];
      return all.length > 0 ? new vscode.Hover(about(document, file!, all), file!.range(decision!)) : undefined;
    },
  });
}

function about(document: vscode.TextDocument, file: PackageDecisions, all: readonly Judged[]): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const [first] = all as [Judged];
  const { finding } = first.decision;
  if (!isPackageFinding(finding)) return new vscode.MarkdownString();
  const { entry } = finding;
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: [commands.suppressFinding, commands.updateAdvisories] };
  const title = [entry.name, entry.version ?? ''].join(' ').trim();
  markdown.appendMarkdown(`**Lockside: ${escaped(title)}** (${escaped(entry.ecosystem)})\n\n`);
  for (const one of all.slice(0, mostTold)) markdown.appendMarkdown(lines(one));
  if (all.length > mostTold) markdown.appendMarkdown(`- ${t('{0} more', all.length - mostTold)}\n`);
  const facts = [
    finding.path.length > 1 ? t('Why it is here: {0}', finding.path.map(escaped).join(' → ')) : '',
    finding.path.length === 1 ? t('Why it is here: the project asks for it itself') : '',
    first.found.licence || entry.license ? t('Licence: {0}', escaped(first.found.licence ?? entry.license ?? '')) : '',
    datesOf(file.checked.advisories, entry.ecosystem),
  ].filter(Boolean);
  markdown.appendMarkdown(`\n${facts.join('  \n')}\n\n`);
  return markdown.appendMarkdown(
    `${links(document, first)}\n\n\`${finding.detector}\` · ${t('fingerprint')} \`${finding.fingerprint}\``,
  );
}

const mostTold = 6;

function lines({ decision, found }: Judged): string {
  const { t } = vscode.l10n;
  const { finding, suppressed } = decision;
  if (!isPackageFinding(finding)) return '';
  const { advisories, fixed, entry, title, reason } = finding;
  const ignored = suppressed === undefined ? '' : ` *(${t('ignored: {0}', escaped(suppressed))})*`;
  if (advisories.length === 0) return `$(warning) **${escaped(title)}:** ${escaped(reason)}${ignored}\n\n`;
  const through =
    found.through === undefined
      ? ''
      : t('{0} brings in {1}.', escaped(found.through), escaped(`${entry.name} ${entry.version ?? ''}`.trim()));
  const told = advisories.slice(0, mostAdvisories).map(one => `- ${advisoryLine(one)}\n`);
  const more = advisories.length > mostAdvisories ? [`- ${t('{0} more', advisories.length - mostAdvisories)}\n`] : [];
  const clears = fixed
    ? t('Fixed in **{0}**', escaped(fixed.version)) +
      (fixed.inRange ? `, ${t('which the range takes: a fresh install gets it')}` : '')
    : t('No fixed version is known');
  return `$(${advisories[0]!.malicious ? 'error' : 'warning'}) **${escaped(title)}**${ignored} ${through}\n\n${told.join('')}${more.join('')}\n${clears}\n\n`;
}

const mostAdvisories = 8;

/** "GHSA-… (CVE-…) high, CVSS 7.2, EPSS 43 %, exploited: command injection" */
function advisoryLine({ id, aliases, severity, score, epss, exploited, malicious, summary }: Advisory): string {
  const { t } = vscode.l10n;
  const cve = aliases.find(alias => alias.startsWith('CVE-'));
  const facts = [
    malicious ? t('malicious') : severity === 'unknown' ? '' : severityText(severity),
    score === undefined ? '' : `CVSS ${score}`,
    epss === undefined ? '' : `EPSS ${(100 * epss).toFixed(epss < 0.1 ? 1 : 0)} %`,
    exploited ? `**${t('known to be exploited (KEV)')}**` : '',
  ].filter(Boolean);
  const page = pageOf(id);
  const name = page ? `[${escaped(id)}](${page})` : escaped(id);
  return `${name}${cve && cve !== id ? ` (${escaped(cve)})` : ''} ${facts.join(', ')}${summary === '' ? '' : `: ${escaped(summary)}`}`;
}

function severityText(severity: Exclude<Advisory['severity'], 'unknown'>): string {
  const { t } = vscode.l10n;
  return { low: t('low'), moderate: t('moderate'), high: t('high'), critical: t('critical') }[severity];
}

/** How old what is known is: without that, silence would look like safety. */
function datesOf(known: readonly KnownAdvisories[], ecosystem: string): string {
  const { t } = vscode.l10n;
  const one = known.find(each => each.ecosystem === ecosystem);
  if (!one) return t('There are no advisories of {0}.', ecosystem);
  const update = `[${t('Update')}](command:${commands.updateAdvisories})`;
  return one.source === 'starter'
    ? `${t('Advisories: only the starter set of {0} ({1} of {2}).', one.date, one.count, ecosystem)} ${update}`
    : `${t('Advisories of {0} ({1}).', one.date, one.count.toLocaleString())} ${update}`;
}

function links({ uri }: vscode.TextDocument, { decision }: Judged): string {
  const { detector, start } = decision.finding;
  const target = encodeURIComponent(JSON.stringify([{ uri: uri.toString(), start, detector }]));
  return `$(eye-closed) [${vscode.l10n.t('Ignore with a reason…')}](command:${commands.suppressFinding}?${target})`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|$~&]/g, '\\$&').replace(/\s+/g, ' ');
}
