import { daysChart, legend, outcomeNames, rowBar } from './charts';
import { complianceSection } from './complianceSection';
import { governanceSections } from './governanceSections';
import { type Html, html } from './html';
import { projectSections } from './projectSections';
import type { Counted, ReportModel } from './reportModel';
import type { Section } from './section';
import { link, mark, nothing, section, table } from './tables';
import type { View } from './view';

/** The report as what stands in a page's `<main>`: the same in a file and in the editor. */
export function reportBody(model: ReportModel, view: View): Html {
  const sections = [
    ...heldBackSections(model, view),
    ...projectSections(model, view),
    ...governanceSections(model, view),
    { id: 'compliance', title: view.t('Compliance'), content: complianceSection(model, view) },
    { id: 'faults', title: view.t('What could not be looked at'), content: faultsSection(model, view) },
  ];
  return html`${head(model, view)}
<nav aria-label="${view.t('Sections')}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(({ id, title, content }) => section(id, title, content))}`;
}

function head({ workspace, time, since, version, totals }: ReportModel, view: View): Html {
  const { t } = view;
  const tile = (id: string, value: number, name: string) =>
    html`<li><a href="#${id}"><strong>${value}</strong> ${name}</a></li>`;
  const period = since === undefined ? t('all that is on record') : t('since {0}', since.slice(0, 10));
  return html`<header><h1>${t('What Lockside held back: {0}', workspace)}</h1>
<p class="muted">${t('Made {0} (UTC), {1}, by Lockside {2}.', time.slice(0, 16).replace('T', ' '), period, version)} ${t('It holds no secret and no personal data: only kinds, places, counts and keyed fingerprints.')}</p>
<ul class="tiles">
${tile('held-back', totals.held, t('values held back'))}
${tile('held-back', totals.through, t('values went through'))}
${tile('findings', totals.errors + totals.warnings, t('findings to put right'))}
${tile('faults', totals.faults + totals.unscanned, t('texts not looked at'))}
</ul></header>`;
}

function heldBackSections(model: ReportModel, view: View): Section[] {
  const { t } = view;
  const { days, kinds, destinations, channels } = model;
  const none = nothing(
    t(
      'Nothing is on record in this time: no secret and no personal data was on its way to a model, a tool or the network.',
    ),
  );
  const counted = (title: string, rows: readonly Counted[]) =>
    html`<h3>${title}</h3>${countedTable(title, rows, view)}`;
  return [
    {
      id: 'held-back',
      title: t('What was on its way out'),
      content:
        days.length === 0
          ? none
          : html`${legend(view)}${daysChart(days, view)}<details><summary>${t('The same as a table')}</summary>${daysTable(model, view)}</details>
<h3>${t('Kinds')}</h3>${countedTable(t('Kinds'), kinds, view)}`,
    },
    {
      id: 'destinations',
      title: t('Where it would have gone'),
      content:
        days.length === 0
          ? none
          : html`${countedTable(t('Where it would have gone'), destinations, view)}${counted(t('By channel'), channels)}`,
    },
    { id: 'restored', title: t('What came back'), content: restoredSection(model, view) },
    { id: 'coverage', title: t('Coverage by client'), content: clientsSection(model, view) },
  ];
}

function daysTable({ days }: ReportModel, view: View): Html {
  const names = outcomeNames(view);
  const columns = [{ title: view.t('Day') }, ...Object.values(names).map(title => ({ title, number: true }))];
  const rows = days.toReversed().map(({ day, held, asked, through }) => [day, held, asked, through]);
  return table(view.t('Values on their way out, by day'), columns, rows, view);
}

function countedTable(caption: string, rows: readonly Counted[], view: View): Html {
  const names = outcomeNames(view);
  const highest = Math.max(...rows.map(({ total }) => total));
  const columns = [
    { title: view.t('Name') },
    { title: view.t('Share'), drawn: true },
    ...Object.values(names).map(title => ({ title, number: true })),
  ];
  const cells = rows.map(row => [row.name, rowBar(row, highest), row.held, row.asked, row.through]);
  return table(caption, columns, cells, view);
}

function restoredSection({ restored }: ReportModel, view: View): Html {
  const { t } = view;
  if (restored.length === 0) return nothing(t('No placeholder was turned back into its value in this time.'));
  const columns = [
    { title: t('Name') },
    { title: t('Answers'), number: true },
    { title: t('Files'), number: true },
    { title: t('Tools'), number: true },
    { title: t('Asked'), number: true },
    { title: t('Kept'), number: true },
  ];
  const rows = restored.map(({ name, answers, local, away, asked, kept }) => [name, answers, local, away, asked, kept]);
  return html`${table(t('What came back'), columns, rows, view)}
<p class="muted">${t('Placeholders that were turned back into their values on this machine: in what models answered, in files and commands, and for tools and the network. Of the next the client asks a person; the last stayed placeholders. An answer counts each value once, however many pieces it came in.')}</p>`;
}

function clientsSection({ clients }: ReportModel, view: View): Html {
  const { t } = view;
  const names = outcomeNames(view);
  if (clients.length === 0) return nothing(t('No AI client was seen, and none has a configuration here.'));
  const columns = [
    { title: t('Client') },
    { title: t('State') },
    { title: t('Channels') },
    { title: names.held, number: true },
    { title: names.through, number: true },
    { title: t('Last seen') },
    { title: t('Findings'), number: true },
  ];
  const rows = clients.map(({ title, channels, held, through, last, findings }) => [
    title,
    last === undefined ? mark('open', t('Nothing seen')) : mark('good', t('Seen at work')),
    channels.join(', '),
    held,
    through,
    last?.slice(0, 16).replace('T', ' ') ?? '–',
    findings,
  ]);
  return html`${table(t('Coverage by client'), columns, rows, view)}
<p class="muted">${t('“Nothing seen” means that Lockside has decided nothing for this client in this time: it was not used, held nothing back, or is not guarded.')} ${view.interactive ? link('command:coverage', t('Show what is guarded'), view) : t('"lockside doctor" proves what is guarded.')}</p>`;
}

function faultsSection({ faults, totals }: ReportModel, view: View): Html {
  const { t } = view;
  const lost =
    totals.unscanned > 0
      ? html`<p>${t('Texts on their way out that could not be scanned: {0}. The policy decided about them.', totals.unscanned)}</p>`
      : undefined;
  if (faults.length === 0) return html`${lost}${nothing(t('All files of the project could be looked at.'))}`;
  const rows = faults.map(({ where = '–', code, message }) => [where, code, message]);
  return html`${lost}${table(t('What could not be looked at'), [{ title: t('Where') }, { title: t('What') }, { title: t('Why') }], rows, view)}`;
}
