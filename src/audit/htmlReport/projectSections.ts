import type { Severity } from '../../core/model';
import { placeOf } from '../compliance/complianceOf';
import { type Html, html } from './html';
import type { ReportRow, ScannedPart } from './reportInputs';
import type { ReportModel } from './reportModel';
import type { Section } from './section';
import { link, mark, nothing, table } from './tables';
import type { View } from './view';

/** What stands in the project: secrets and personal data, packages, AI clients. */
export function projectSections({ scan, packages, agents }: ReportModel, view: View): Section[] {
  const { t } = view;
  const kinds = Object.entries(packages.ecosystems).map(([name, count]) => `${name} ${count}`);
  const items = new Map<string, number>();
  for (const { type } of agents.items) items.set(type, (items.get(type) ?? 0) + 1);
  const listed = Array.from(items, ([type, count]) => `${type} ${count}`);
  return [
    { id: 'findings', title: t('Findings in files'), content: part(t('Findings in files'), scan, [], view) },
    { id: 'packages', title: t('Packages'), content: part(t('Packages'), packages, kinds, view) },
    {
      id: 'agents',
      title: t('AI clients and agents'),
      content: part(t('AI clients and agents'), agents, listed, view),
    },
  ];
}

function part(caption: string, { files, findings, faults }: ScannedPart, listed: readonly string[], view: View): Html {
  const { t } = view;
  const looked = html`<p>${t('Files looked at: {0}. Findings: {1}.', files, findings.length)}${listed.length > 0 ? ` ${t('Listed: {0}.', listed.join(', '))}` : ''}${faults > 0 ? ` ${t('Not looked at: {0}.', faults)}` : ''}</p>`;
  if (findings.length === 0) return html`${looked}${files > 0 ? nothing(t('Nothing was found.')) : undefined}`;
  const sorted = findings.toSorted((one, other) => rank(one) - rank(other));
  const columns = [
    { title: t('Where') },
    { title: t('How bad') },
    { title: t('What') },
    { title: t('Why') },
    { title: t('Fingerprint') },
  ];
  const rows = sorted.map(finding => [
    link(`finding:${placeOf(finding)}`, `${finding.file}:${finding.line}`, view),
    severity(finding, view),
    html`${finding.title}${finding.about ? html` <span class="muted">${finding.about}</span>` : undefined}${finding.count ? html` <span class="muted">× ${finding.count}</span>` : undefined}<br><code>${finding.detector}</code>`,
    finding.reason,
    html`<code>${finding.fingerprint || '–'}</code>`,
  ]);
  return html`${looked}${table(caption, columns, rows, view)}`;
}

function severity({ severity, level }: ReportRow, { t }: View): Html {
  const words: Readonly<Record<Severity, string>> = {
    error: t('error'),
    warning: t('warning'),
    information: t('note'),
  };
  return mark(severity === 'information' ? 'open' : 'bad', level ?? words[severity]);
}

const severities: readonly Severity[] = ['error', 'warning', 'information'];

function rank({ severity }: ReportRow): number {
  return severities.indexOf(severity);
}
