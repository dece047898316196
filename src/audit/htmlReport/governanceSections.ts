import type { Control } from '../../core/vendors';
import { type Html, html } from './html';
import type { ReportModel } from './reportModel';
import type { Section } from './section';
import { link, mark, nothing, table } from './tables';
import type { View } from './view';

/** What people have put on record: vendors, waivers, sign-offs, and whether the audit trail still is what was written. */
export function governanceSections(model: ReportModel, view: View): Section[] {
  const { t } = view;
  return [
    { id: 'vendors', title: t('Vendors'), content: vendorsSection(model, view) },
    { id: 'waivers', title: t('Waivers'), content: waiversSection(model, view) },
    { id: 'sign-offs', title: t('Sign-offs'), content: signOffSection(model, view) },
    { id: 'trail', title: t('Audit trail'), content: trailSection(model, view) },
  ];
}

function vendorsSection({ vendors }: ReportModel, view: View): Html {
  const { t } = view;
  if (vendors.length === 0)
    return html`${nothing(t('No vendor is on record. The setting "lockside.vendors" says who gets data, and on what terms.'))}${view.interactive ? html`<p>${link('settings:vendors', t('Open the setting'), view)}</p>` : undefined}`;
  const names: Readonly<Record<Control['control'], string>> = {
    agreement: t('Agreement'),
    region: t('Region'),
    retention: t('Retention'),
    training: t('Training'),
    classes: t('Classes'),
    review: t('Review'),
    owner: t('Owner'),
  };
  const columns = [
    { title: t('Vendor') },
    { title: t('Gap'), number: true },
    ...Object.values(names).map(title => ({ title })),
  ];
  const rows = vendors.map(({ name, disabled, gap, controls }) => [
    html`${name}${disabled === undefined ? undefined : html`<br><span class="muted">${t('switched off: {0}', disabled)}</span>`}`,
    `${gap} %`,
    ...controls.map(({ value, state }) => mark(state === 'met' ? 'good' : 'bad', value)),
  ]);
  return table(t('Vendors'), columns, rows, view);
}

function waiversSection({ waivers }: ReportModel, view: View): Html {
  const { t } = view;
  if (waivers.length === 0) return nothing(t('There is no waiver: nothing that the policy forbids is let go.'));
  const states = {
    'in-force': mark('bad', t('in force')),
    ended: mark('good', t('ended')),
    unsigned: mark('open', t('counts for nothing')),
  } as const;
  const columns = [t('Waiver'), t('State'), t('What'), t('Until'), t('Why'), t('Owner'), t('Signed by')].map(title => ({
    title,
  }));
  const rows = waivers.map(({ id, state, detectors, action, expires, reason, owner, signer, layer }) => [
    html`<code>${id}</code>`,
    states[state],
    `${detectors.join(', ')} → ${action}`,
    expires.slice(0, 10),
    reason,
    owner,
    signer === undefined ? '–' : `${signer}${layer ? ` (${layer})` : ''}`,
  ]);
  return table(t('Waivers'), columns, rows, view);
}

function signOffSection({ release }: ReportModel, view: View): Html {
  const { t } = view;
  if (!release) return nothing(t('The policy wants no sign-off, or there is no commit yet.'));
  const { commit, approved, counted, missing } = release;
  const state = approved ? mark('good', t('may be released')) : mark('bad', t('may not be released'));
  return html`<p><code>${commit.slice(0, 12)}</code> ${state}</p><ul>
${counted.map(({ signer, role, reason }) => html`<li>${t('{0} as {1}: {2}', signer, role, reason)}</li>`)}
${missing.map(one => html`<li>${t('Missing: {0}', one)}</li>`)}
</ul>`;
}

function trailSection({ trail }: ReportModel, view: View): Html {
  const { t } = view;
  if (trail.segments === 0)
    return nothing(t('There is no audit trail yet: nothing was decided about anything on its way out.'));
  const state =
    trail.defects.length > 0 ? mark('bad', t('The trail was changed')) : mark('good', t('Nothing was changed'));
  return html`<p>${state} ${t('Events: {0}, segments: {1}, checkpoints: {2}.', trail.events, trail.segments, trail.checkpoints)}</p>
<ul>${[...trail.defects, ...trail.notes].map(one => html`<li>${one}</li>`)}</ul>
${trail.checkpoints === 0 ? nothing(t('Without a checkpoint that is kept elsewhere, nothing proves that it was not rewritten: "lockside audit checkpoint".')) : undefined}`;
}
