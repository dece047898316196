import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import type { Action } from '../../core/model';
import { createVendors, type LayeredVendor, type Vendor } from '../../core/vendors';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { vendorsOf } from './policyFacts';
import { layerName } from './policyPage';
import { destinationOf, recentEvents } from './recentEvents';
import { openTablesPage, type Section } from './tablesPage';
import { workspaceSetting, writeSetting } from './writeSetting';

/** What a person says of it beforehand. */
export interface SwitchAnswers {
  readonly vendor?: string;
  readonly reason?: string;
}

/** The kill switch: nothing goes to a vendor any more. Then shows what has gone there, by the audit trail. */
export async function switchOffVendor(parts: Parts, given: SwitchAnswers = {}): Promise<boolean> {
  const { t } = vscode.l10n;
  const on = vendorsOf(parts).filter(({ disabled }) => disabled === undefined);
  if (on.length === 0) {
    void vscode.window.showInformationMessage(t('No vendor is on record that could be switched off.'));
    return false;
  }
  const vendor = await pick(on, given.vendor, t('To whom shall nothing go any more?'));
  const reason = vendor && (given.reason ?? (await askReason(vendor)));
  if (!vendor || !reason) return false;
  const { layer: _, ...record } = vendor;
  const own = workspaceSetting<Vendor[]>(names.vendors) ?? [];
  const known = own.some(({ name }) => name === vendor.name);
  // What a layer above has on record can't be changed here, but another record may say something stricter.
  const list = known
    ? own.map(one => (one.name === vendor.name ? { ...one, disabled: reason } : one))
    : [...own, { ...record, disabled: reason }];
  if (!(await writeSetting(names.vendors, list))) return false;
  await showExposure(parts, vendor, reason);
  return true;
}

/** Takes back what the workspace has switched off; a layer above has to do so itself. */
export async function switchOnVendor(parts: Parts, given: SwitchAnswers = {}): Promise<boolean> {
  const { t } = vscode.l10n;
  const off = vendorsOf(parts).filter(({ disabled }) => disabled !== undefined);
  const vendor =
    off.length > 0
      ? await pick(off, given.vendor, t('To whom may data go again?'))
      : tellNone(t('No vendor is switched off.'));
  if (!vendor) return false;
  const above = off.find(({ name, layer }) => name === vendor.name && layer !== 'workspace');
  if (above) {
    void vscode.window.showWarningMessage(
      t(
        '{0} is switched off by the {1} policy ({2}): only there it can be switched on again.',
        above.name,
        layerName(above.layer),
        above.disabled ?? '',
      ),
    );
    return false;
  }
  const own = workspaceSetting<Vendor[]>(names.vendors) ?? [];
  const list = own.map(one => {
    const { disabled: _, ...rest } = one;
    return one.name === vendor.name ? rest : one;
  });
  if (!(await writeSetting(names.vendors, list))) return false;
  vscode.window.setStatusBarMessage(t('Lockside: {0} is switched on again', vendor.name), 8000);
  return true;
}

function tellNone(message: string): undefined {
  void vscode.window.showInformationMessage(message);
  return undefined;
}

async function pick(vendors: readonly LayeredVendor[], name: string | undefined, placeHolder: string) {
  const named = vendors.find(one => one.name === name);
  if (named) return named;
  const items = vendors.map(vendor => ({
    label: vendor.name,
    description: layerName(vendor.layer),
    detail: [...(vendor.hosts ?? []), ...(vendor.destinations ?? [])].join(', '),
    vendor,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.vendor;
}

function askReason({ name }: Vendor): Thenable<string | undefined> {
  const { t } = vscode.l10n;
  return vscode.window.showInputBox({
    title: t('Switch Off Vendor: {0}', name),
    prompt: t('Why? Everyone whose request is stopped reads it.'),
    placeHolder: t('They have told us of a breach'),
    ignoreFocusOut: true,
    validateInput: text =>
      text.trim().length < 3 || text.length > 500 ? t('Between 3 and 500 characters') : undefined,
  });
}

/** What became of values on their way to a vendor, counted. */
interface Row {
  readonly key: string;
  went: number;
  replaced: number;
  held: number;
}

async function showExposure(parts: Parts, vendor: LayeredVendor, reason: string): Promise<void> {
  const { t } = vscode.l10n;
  const { events, more } = await recentEvents();
  const records = createVendors([vendor], today());
  const there = events.filter(({ destination }) =>
    (records.describe(destinationOf(destination)).aliases ?? []).includes(`vendor:${vendor.name}`),
  );
  const kinds = tally(there.map(({ detector, action, count = 1 }) => ({ key: detector, action, count })));
  const days = tally(there.map(({ time, action, count = 1 }) => ({ key: time.slice(0, 10), action, count })));
  const bounded = more ? ` ${t('Older events than these were not looked at.')}` : '';
  openTablesPage(parts.context, 'lockside.exposure', {
    title: t('A vendor is switched off'),
    intro: t('Nothing goes to {0} from this workspace any more: {1}', vendor.name, reason),
    sections: [
      {
        ...section(
          t('What has gone there, by kind'),
          t('Kind'),
          kinds.sort((one, other) => other.went - one.went),
        ),
        text:
          t(
            'By this machine’s audit trail, of all workspaces; values are counted, and stand nowhere. What went out as it was may have to be revoked.',
          ) + bounded,
      },
      section(
        t('By day'),
        t('Day'),
        days.sort((one, other) => (one.key < other.key ? 1 : -1)),
      ),
      {
        title: t('What is left to do'),
        text: t(
          'Commit the settings, so that it is switched off for your team too. “Lockside: Switch On Vendor…” takes it back.',
        ),
      },
    ],
  });
}

function section(title: string, first: string, rows: readonly Row[]): Section {
  const { t } = vscode.l10n;
  return {
    title,
    columns: [first, t('Went out as it was'), t('Replaced'), t('Held back')],
    rows: rows
      .slice(0, 100)
      .map(({ key, went, replaced, held }) => [
        { text: key },
        { text: String(went), ...(went > 0 ? { state: 'bad' as const } : {}) },
        { text: String(replaced) },
        { text: String(held) },
      ]),
    empty: t('The audit trail tells of nothing that was found on the way there.'),
  };
}

function tally(events: readonly { key: string; action: Action; count: number }[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { key, action, count } of events) {
    const row = rows.get(key) ?? { key, went: 0, replaced: 0, held: 0 };
    if (action === 'redact') row.replaced += count;
    else if (action === 'block' || action === 'ask') row.held += count;
    else row.went += count;
    rows.set(key, row);
  }
  return [...rows.values()];
}
