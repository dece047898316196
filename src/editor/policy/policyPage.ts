import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Fault } from '../../core/model';
import { profiles } from '../../core/profiles';
import { controlsOf, gapScore, type LayeredVendor } from '../../core/vendors';
import type { Waiver } from '../../core/waivers';
import { managedPolicyFile } from '../../io/managedPolicy';
import { readKeptWaivers, waiversPath } from '../../io/waiversFile';
import type { Parts, PolicyState } from '../parts';
import { today } from '../workspaceSettings';
import { openAt } from './openAt';
import { problemsIn } from './policyDiagnostics';
import { policyFiles, policyRoot, vendorsOf } from './policyFacts';
import { type Cell, openTablesPage, type Section, type Tables } from './tablesPage';

/** The page that says which policy holds here, layer by layer, and what is wrong with it; it follows the settings while it is open. */
export function openPolicyPage(parts: Parts): vscode.WebviewPanel {
  const page = openTablesPage(parts.context, 'lockside.policy', tablesOf(parts));
  const listener = parts.settings.onDidChange(() => page.show(tablesOf(parts)));
  page.panel.onDidDispose(() => listener.dispose());
  return page.panel;
}

function tablesOf(parts: Parts): Tables {
  const { t } = vscode.l10n;
  return {
    title: t('The policy that holds here'),
    intro: t('Each layer can make things stricter: the strictest of what they say holds.'),
    sections: [
      ofLayers(parts),
      ofFaults(parts),
      ofProfiles(parts),
      ofVendors(parts),
      ofWaivers(parts),
      ofPeople(parts),
    ],
  };
}

function ofLayers(parts: Parts): Section {
  const { t } = vscode.l10n;
  const rows = parts.settings.state().layers.map((layer): Cell[] => {
    const { policy, values, from } = layer;
    return [
      { text: layerName(policy.layer) },
      placeCell(policy.layer, from),
      { text: whatItSays(policy, values) },
      { text: policy.tightenOnly ? t('can only make things stricter') : t('takes the place of what is built in') },
    ];
  });
  const builtIn = [
    { text: layerName('default') },
    { text: t('built in') },
    { text: t('placeholders for secrets and personal data on every way out') },
    { text: t('holds where no other layer says anything') },
  ];
  return {
    title: t('Layers, from the widest to the nearest'),
    columns: [t('Layer'), t('From'), t('What it says'), t('How it counts')],
    rows: [builtIn, ...rows],
    buttons: [
      { label: t('Simulate Policy…'), run: () => vscode.commands.executeCommand(commands.simulatePolicy) },
      { label: t('Explain Finding'), run: () => vscode.commands.executeCommand(commands.explainFinding) },
    ],
  };
}

function whatItSays(
  policy: PolicyState['layers'][number]['policy'],
  values: PolicyState['layers'][number]['values'],
): string {
  const { t } = vscode.l10n;
  const chosen = (values.profiles ?? []) as string[];
  const { rules = [], vendors = [], suppressions = [], baseline = [], classes = [] } = policy;
  const said = [
    ...(chosen.length > 0 ? [t('profiles: {0}', chosen.join(', '))] : []),
    ...(rules.length > 0 ? [t('rules: {0}', rules.length)] : []),
    ...(classes.length > 0 ? [t('classes of paths: {0}', classes.length)] : []),
    ...(vendors.length > 0 ? [t('vendors: {0}', vendors.length)] : []),
    ...(suppressions.length > 0 ? [t('ignored findings: {0}', suppressions.length)] : []),
    ...(baseline.length > 0 ? [t('accepted findings: {0}', baseline.length)] : []),
    ...(policy.unguardedModels ? [t('unguarded models: {0}', policy.unguardedModels)] : []),
  ];
  return said.join('; ') || t('nothing of its own');
}

function placeCell(layer: string, from: string | undefined): Cell {
  const { t } = vscode.l10n;
  const root = policyRoot() ?? '';
  if (layer === 'user')
    return {
      text: t('your settings'),
      run: () => vscode.commands.executeCommand('workbench.action.openSettingsJson'),
    };
  if (layer === 'workspace') {
    const file = vscode.workspace.workspaceFile ?? vscode.Uri.file(join(root, '.vscode', 'settings.json'));
    return {
      text: vscode.workspace.asRelativePath(file, false),
      ...(existsSync(file.fsPath) ? { run: () => openAt(file, ['lockside.rules'], ['lockside.profiles']) } : {}),
    };
  }
  const file = layer === 'managed' ? managedPolicyFile() : resolve(root, from ?? '');
  return {
    text: from ?? file,
    ...(existsSync(file) ? { run: () => openAt(vscode.Uri.file(file), ['lockside.rules']) } : {}),
  };
}

function ofFaults(parts: Parts): Section {
  const { t } = vscode.l10n;
  const faults = parts.settings.faults();
  return {
    title: t('What is wrong with it'),
    columns: [t('Where'), t('What')],
    rows: [
      ...faults
        .slice(0, 100)
        .map(({ where = 'lockside', message, code }: Fault): Cell[] => [
          { text: where, state: 'bad', run: () => openFault(parts, where, code) },
          { text: message },
        ]),
      ...ofFiles(parts).slice(0, 100),
    ],
    empty: t('Nothing is wrong with the policy.'),
  };
}

/** What is wrong with what the files say, although all of it can be applied: lapsed vendors, detectors that there aren't. */
function ofFiles(parts: Parts): Cell[][] {
  const told = new Set(['policy/detector', 'policy/vendor']);
  return policyFiles(parts).flatMap(uri =>
    problemsIn(parts, uri)
      .filter(({ problem: { code, level } }) => told.has(code) && level !== 'information')
      .map(({ range, problem }): Cell[] => [
        {
          text: `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`,
          state: 'bad',
          run: () => vscode.window.showTextDocument(uri, { selection: range, preview: false }),
        },
        { text: problem.message },
      ]),
  );
}

/** Opens what a fault speaks of: `lockside.rules[2]` or `.lockside/waivers.json[0]`, in the file that has it. */
function openFault(parts: Parts, where: string, code: string): unknown {
  const [, name = '', index] = /^(?:.*: )?(.*?)(?:\[(\d+)\])?$/.exec(where) ?? [];
  const path = index === undefined ? [name] : [name, Number(index)];
  if (name.startsWith(waiversPath)) return openAt(waiversFile(), index === undefined ? [] : [Number(index)]);
  const [settings] = policyFiles(parts);
  return settings && code === 'settings'
    ? openAt(settings, path)
    : vscode.commands.executeCommand('workbench.action.openSettings', name);
}

function ofProfiles(parts: Parts): Section {
  const { t } = vscode.l10n;
  const { layers } = parts.settings.state();
  const askedBy = (profile: string) =>
    layers
      .filter(({ values }) => ((values.profiles ?? []) as string[]).includes(profile))
      .map(({ policy }) => policy.layer);
  return {
    title: t('Profiles'),
    columns: [t('Profile'), t('Chosen by'), t('What it is for')],
    rows: profiles.map((profile): Cell[] => {
      const by = askedBy(profile);
      return [
        { text: profile, state: by.length > 0 ? 'good' : 'note' },
        { text: by.length > 0 ? by.map(layerName).join(', ') : t('not chosen') },
        { text: profileTexts()[profile] },
      ];
    }),
    buttons: [{ label: t('Choose Profile…'), run: () => vscode.commands.executeCommand(commands.chooseProfile) }],
  };
}

/** What each profile is for, in a clause. */
export function profileTexts(): Readonly<Record<(typeof profiles)[number], string>> {
  const { t } = vscode.l10n;
  return {
    strict: t('Nothing that is found leaves this machine, and what could not be scanned stays'),
    health: t('Health data stay here; personal data are replaced (HIPAA)'),
    payments: t('Card numbers are replaced, security codes stay here (PCI DSS)'),
    education: t('Records of students are replaced (FERPA)'),
    eu: t('Personal data are replaced, and don’t leave the EU (GDPR)'),
  };
}

function ofVendors(parts: Parts): Section {
  const { t } = vscode.l10n;
  const vendors = vendorsOf(parts);
  const date = today();
  const columns = vendors[0] ? controlsOf(vendors[0], date).map(({ control }) => controlName(control)) : [];
  return {
    title: t('Vendors'),
    text: t(
      'Who gets data, on what terms. A cross marks what is not on record, or has lapsed; the gap is their share.',
    ),
    columns: [t('Vendor'), t('Gap'), ...columns],
    rows: vendors.map(vendor => vendorRow(vendor, date)),
    empty: t('No vendor is on record, so that none is held to an agreement.'),
    buttons: [
      { label: t('Put a Vendor on Record…'), run: () => vscode.commands.executeCommand(commands.putVendorOnRecord) },
      ...(vendors.some(({ disabled }) => disabled === undefined)
        ? [{ label: t('Switch Off Vendor…'), run: () => vscode.commands.executeCommand(commands.switchOffVendor) }]
        : []),
    ],
  };
}

function vendorRow(vendor: LayeredVendor, date: string): Cell[] {
  const { t } = vscode.l10n;
  const controls = controlsOf(vendor, date);
  const gap = gapScore(controls);
  const off = vendor.disabled === undefined ? '' : ` (${t('switched off')})`;
  return [
    { text: `${vendor.name}${off}` },
    { text: `${gap}\u00a0%`, state: gap === 0 ? 'good' : 'bad' },
    ...controls.map(({ value, state }): Cell => ({ text: unbroken(value), state: state === 'met' ? 'good' : 'bad' })),
  ];
}

/** A day stays on one line. */
function unbroken(text: string): string {
  return text.replace(/(?<=\d)-(?=\d)/g, '\u2011');
}

function controlName(control: ReturnType<typeof controlsOf>[number]['control']): string {
  const { t } = vscode.l10n;
  const names = {
    ...{ agreement: t('Agreement'), region: t('Region'), retention: t('Retention'), training: t('Training') },
    ...{ classes: t('Classes'), review: t('Review'), owner: t('Owner') },
  };
  return names[control];
}

function ofWaivers(parts: Parts): Section {
  const { t } = vscode.l10n;
  const { waivers, waiverFaults } = parts.settings.state();
  const kept = readKeptWaivers(policyRoot() ?? '');
  const all = ('waivers' in kept ? kept.waivers : []) as Partial<Waiver>[];
  return {
    title: t('Waivers'),
    text: t('What people let go for a while. Only the signature of an approver makes one hold; an AI can’t sign.'),
    columns: [t('Waiver'), t('What'), t('State'), t('Ends'), t('Why')],
    rows: all.slice(0, 200).map((waiver, index): Cell[] => {
      const held = waivers.find(({ id }) => id === waiver.id);
      const fault = waiverFaults.find(({ where }) => where === `${waiversPath}[${index}]`);
      const state = held
        ? t('holds, signed by {0} for {1} and below', held.signer, layerName(held.layer))
        : (fault?.message ?? t('does not count'));
      return [
        { text: String(waiver.id ?? index), run: () => openAt(waiversFile(), [index]) },
        { text: [...(waiver.detectors ?? []), ...(waiver.paths ?? [])].join(', ') },
        { text: state, state: held ? 'good' : 'bad' },
        {
          text: String(waiver.expires ?? '')
            .slice(0, 16)
            .replace('T', ' '),
        },
        { text: `${waiver.reason ?? ''} (${waiver.owner ?? ''})` },
      ];
    }),
    empty: t('Nothing is waived.'),
    buttons: [{ label: t('Waive Finding…'), run: () => vscode.commands.executeCommand(commands.waiveFinding) }],
  };
}

function waiversFile(): vscode.Uri {
  return vscode.Uri.file(join(policyRoot() ?? '', waiversPath));
}

function ofPeople(parts: Parts): Section {
  const { t } = vscode.l10n;
  const { approvers } = parts.settings.state();
  const { quorum = 0, roles = [] } = parts.settings.value<{ quorum?: number; roles?: string[] }>('signOff');
  return {
    title: t('Approvers and sign-off'),
    text:
      quorum > 0
        ? t(
            'A commit passes the gate with {0} signatures of others than its author{1}.',
            quorum,
            roles.length > 0 ? ` (${roles.join(', ')})` : '',
          )
        : t('No commit needs a sign-off.'),
    columns: [t('Approver'), t('Approves for'), t('Answers for'), t('Addresses')],
    rows: approvers.map(({ name, layer, roles = [], emails = [] }): Cell[] => [
      { text: name },
      { text: t('{0} and below', layerName(layer)) },
      { text: roles.join(', ') || '–' },
      { text: emails.join(', ') || '–' },
    ]),
    empty: t('Nobody is named as an approver: no waiver can hold.'),
  };
}

/** A layer as people call it. */
export function layerName(layer: string): string {
  const { t } = vscode.l10n;
  const names: Readonly<Record<string, string>> = {
    ...{ default: t('Built in'), managed: t('Managed'), organisation: t('Organisation') },
    ...{ workspace: t('Workspace'), user: t('User') },
  };
  return names[layer] ?? layer;
}
