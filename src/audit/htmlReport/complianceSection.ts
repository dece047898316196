import type { ControlResult, Evidence, FrameworkResult } from '../compliance/complianceOf';
import { checkTitles } from './checkTitles';
import { type Html, html } from './html';
import type { ReportModel } from './reportModel';
import { link, mark, table } from './tables';
import type { Say, View } from './view';

/** What was seen, check by check, and per framework which controls that breaks or supports; what was not observed is only named. */
export function complianceSection({ compliance }: ReportModel, view: View): Html {
  const { t } = view;
  const of = ({ controls }: FrameworkResult, state: ControlResult['state']) =>
    controls.filter(it => it.state === state);
  const numbers = [t('Broken'), t('Supported'), t('Not observed')].map(title => ({ title, number: true }));
  const rows = compliance.map(framework => [
    html`<a href="#${framework.id}">${framework.title}</a> <span class="muted">${framework.version}</span>`,
    of(framework, 'broken').length,
    of(framework, 'supported').length,
    of(framework, 'not-observed').length,
  ]);
  return html`<p>${t('What Lockside has seen here that supports or breaks a control. A supported control is not a met one: whether a law or a standard is kept is for people to say.')}</p>
${table(t('Compliance'), [{ title: t('Framework') }, ...numbers], rows, view)}
<h3>${t('What was seen')}</h3>
${checksTable(compliance, view)}
${compliance.map(framework => frameworkPart(framework, view))}`;
}

type SeenCheck = ControlResult['checks'][number];

/** Each check with what it saw, once: many controls rest on the same. */
function checksTable(compliance: readonly FrameworkResult[], view: View): Html {
  const { t } = view;
  const titles = checkTitles(t);
  const all = new Map(compliance.flatMap(({ controls }) => controls.flatMap(it => it.checks)).map(it => [it.id, it]));
  const seen = Object.keys(titles)
    .flatMap(id => all.get(id) ?? [])
    .filter(({ evidence }) => evidence.length > 0);
  const rows = seen.map(check => [
    html`<span id="check-${check.id}">${titles[check.id] ?? check.id}</span>`,
    isBroken(check) ? mark('bad', t('Broken')) : mark('good', t('Supported')),
    html`<ul class="evidence">${check.evidence.map(one => html`<li>${evidenceText(one, t)}${names(one, view)}</li>`)}</ul>`,
  ]);
  const columns = [{ title: t('Check') }, { title: t('State') }, { title: t('What was seen') }];
  return table(t('What was seen'), columns, rows, view);
}

function isBroken({ evidence }: SeenCheck): boolean {
  return evidence.some(one => one.breaks);
}

function frameworkPart({ id, title, version, controls }: FrameworkResult, view: View): Html {
  const { t } = view;
  const observed = controls.filter(({ state }) => state !== 'not-observed');
  const rest = controls.filter(({ state }) => state === 'not-observed').map(({ control }) => control);
  const columns = [{ title: t('Control') }, { title: t('State') }, { title: t('What it rests on') }];
  const rank = ({ state }: ControlResult) => (state === 'broken' ? 0 : 1);
  const rows = observed
    .toSorted((one, other) => rank(one) - rank(other))
    .map(control => [
      control.control,
      control.state === 'broken' ? mark('bad', t('Broken')) : mark('good', t('Supported')),
      restsOn(control, view),
    ]);
  return html`<h3 id="${id}">${title} <span class="muted">${version}</span></h3>
${rows.length > 0 ? table(title, columns, rows, view) : undefined}
${rest.length > 0 ? html`<p class="muted">${t('Not observed: {0}.', rest.join(', '))}</p>` : undefined}`;
}

/** The checks that decide about a control, each with the first finding or other sight that does. */
function restsOn({ state, checks }: ControlResult, view: View): Html {
  const titles = checkTitles(view.t);
  const deciding = checks.filter(check => check.evidence.length > 0 && isBroken(check) === (state === 'broken'));
  return html`${deciding.map((check, index) => {
    const first = check.evidence.find(({ breaks }) => breaks) ?? check.evidence[0]!;
    const text = evidenceText(first, view.t);
    return html`${index > 0 ? html`<br>` : undefined}<a href="#check-${check.id}">${titles[check.id] ?? check.id}</a>: ${text}${names({ ...first, names: first.names.slice(0, 1) }, view)}`;
  })}`;
}

function names({ code, count, names }: Evidence, view: View): Html | undefined {
  if (names.length === 0) return undefined;
  const more = code === 'finding' && count > names.length ? ', …' : '';
  const pieces = names.map((name, index) => [
    index > 0 ? ', ' : '',
    code === 'finding' ? link(`finding:${name}`, name, view) : name,
  ]);
  return html` (${pieces}${more})`;
}

function evidenceText({ code, count }: Evidence, t: Say): string {
  const texts: Readonly<Record<Evidence['code'], string>> = {
    'held-back': t('values held back: {0}', count),
    'let-through': t('values that went through: {0}', count),
    finding: t('findings: {0}', count),
    'nothing-found': t('nothing found, files looked at: {0}', count),
    'vendor-held': t('stopped because of what is on record: {0}', count),
    'vendor-complete': t('vendors with a complete record: {0}', count),
    'vendor-gap': t('vendors that lack something on record: {0}', count),
    'trail-intact': t('nothing was changed, events: {0}', count),
    'trail-changed': t('places where the trail was changed: {0}', count),
    inventory: t('packages and parts of AI clients that are listed: {0}', count),
    released: t('the people that the policy wants have approved'),
    'not-released': t('the people that the policy wants have not approved'),
    kept: t('days that it goes back: {0}', count),
  };
  return texts[code];
}
