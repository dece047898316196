import type { ControlResult, Evidence, FrameworkResult } from '../compliance/complianceOf';
import { checkTitles } from './checkTitles';
import { type Html, html } from './html';
import type { ReportModel } from './reportModel';
import { link, mark, table } from './tables';
import type { Say, View } from './view';

/** Per framework: which controls are broken or supported, and by what; what was not observed is only named. */
export function complianceSection({ compliance }: ReportModel, view: View): Html {
  const { t } = view;
  const of = ({ controls }: FrameworkResult, state: ControlResult['state']) =>
    controls.filter(it => it.state === state);
  const columns = [
    { title: t('Framework') },
    ...[t('Broken'), t('Supported'), t('Not observed')].map(title => ({ title, number: true })),
  ];
  const rows = compliance.map(framework => [
    html`<a href="#${framework.id}">${framework.title}</a> <span class="muted">${framework.version}</span>`,
    of(framework, 'broken').length,
    of(framework, 'supported').length,
    of(framework, 'not-observed').length,
  ]);
  return html`<p>${t('What Lockside has seen here that supports or breaks a control. A supported control is not a met one: whether a law or a standard is kept is for people to say.')}</p>
${table(t('Compliance'), columns, rows, view)}
${compliance.map(framework => frameworkPart(framework, view))}`;
}

function frameworkPart({ id, title, version, controls }: FrameworkResult, view: View): Html {
  const { t } = view;
  const observed = controls.filter(({ state }) => state !== 'not-observed');
  const rest = controls.filter(({ state }) => state === 'not-observed').map(({ control }) => control);
  const columns = [{ title: t('Control') }, { title: t('State') }, { title: t('What it rests on') }];
  const broken = (state: ControlResult['state']) => (state === 'broken' ? 0 : 1);
  const rows = observed
    .toSorted((one, other) => broken(one.state) - broken(other.state))
    .map(control => [
      control.control,
      control.state === 'broken' ? mark('bad', t('Broken')) : mark('good', t('Supported')),
      evidenceList(control, view),
    ]);
  return html`<h3 id="${id}">${title} <span class="muted">${version}</span></h3>
${rows.length > 0 ? table(title, columns, rows, view) : undefined}
${rest.length > 0 ? html`<p class="muted">${t('Not observed: {0}.', rest.join(', '))}</p>` : undefined}`;
}

function evidenceList({ checks }: ControlResult, view: View): Html {
  const titles = checkTitles(view.t);
  const seen = checks.filter(({ evidence }) => evidence.length > 0);
  return html`<ul class="evidence">${seen.map(({ id, evidence }) =>
    evidence.map(one => html`<li>${titles[id] ?? id}: ${evidenceText(one, view.t)}${names(one, view)}</li>`),
  )}</ul>`;
}

function names({ code, count, names }: Evidence, view: View): Html | undefined {
  if (names.length === 0) return undefined;
  const more = code === 'finding' && count > names.length ? ', …' : '';
  const pieces = names.map(
    (name, index) => html`${index > 0 ? ', ' : ''}${code === 'finding' ? link(`finding:${name}`, name, view) : name}`,
  );
  return html` (${pieces}${more})`;
}

function evidenceText({ code, count }: Evidence, t: Say): string {
  const texts: Readonly<Record<Evidence['code'], string>> = {
    'held-back': t('{0} values were held back', count),
    'let-through': t('{0} values went through', count),
    finding: t('{0} findings', count),
    'nothing-found': t('nothing was found in {0} files', count),
    'vendor-held': t('{0} texts were stopped because of what is on record', count),
    'vendor-complete': t('{0} vendors have a complete record', count),
    'vendor-gap': t('{0} vendors lack something on record', count),
    'trail-intact': t('{0} events, and nothing was changed', count),
    'trail-changed': t('the trail was changed in {0} places', count),
    inventory: t('{0} packages and parts of AI clients are listed', count),
    released: t('the people that the policy wants have approved'),
    'not-released': t('the people that the policy wants have not approved'),
    kept: t('it goes back {0} days', count),
  };
  return texts[code];
}
