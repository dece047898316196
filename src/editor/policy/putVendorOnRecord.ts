import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { controlsOf, gapScore, type Vendor } from '../../core/vendors';
import { today } from '../workspaceSettings';
import { workspaceSetting, writeSetting } from './writeSetting';

/** Asks for a vendor's terms and puts them on record in the workspace's settings. `given` is a whole record beforehand. */
export async function putVendorOnRecord(given: unknown): Promise<boolean> {
  const { t } = vscode.l10n;
  const vendor = isVendor(given) ? given : await ask();
  if (!vendor) return false;
  const own = workspaceSetting<Vendor[]>(names.vendors) ?? [];
  const list = [...own.filter(({ name }) => name !== vendor.name), vendor];
  if (!(await writeSetting(names.vendors, list))) return false;
  const gap = gapScore(controlsOf(vendor, today()));
  const show = t('Show Policy');
  const told =
    gap === 0
      ? t('{0} is on record, and nothing is missing.', vendor.name)
      : t('{0} is on record; {1} % of what should be on record is missing.', vendor.name, gap);
  void vscode.window.showInformationMessage(told, show).then(answer => {
    if (answer === show) void vscode.commands.executeCommand(commands.showPolicy);
  });
  return true;
}

function isVendor(given: unknown): given is Vendor {
  return typeof given === 'object' && given !== null && 'name' in given && typeof given.name === 'string';
}

async function ask(): Promise<Vendor | undefined> {
  const { t } = vscode.l10n;
  const title = t('Put a Vendor on Record');
  const who = await askWho(title);
  const until = who && (await askAgreement(title, who.name));
  const region = until && (await askRegion(title));
  const training = region && (await askTraining(title));
  const owner = training && (await askOwner(title));
  if (!who || !until || !region || !training || owner === undefined) return undefined;
  return {
    ...who,
    ...(region.region === '' ? {} : { regions: [region.region] }),
    ...(until.until === '' ? {} : { dpa: { until: until.until } }),
    ...(training.training === undefined ? {} : { training: training.training }),
    personalData: until.until !== '',
    highestClass: 'internal',
    reviewed: today(),
    ...(owner === '' ? {} : { owner }),
  };
}

/** Where the usual vendors are, as their own documentation says. */
const usual: readonly Pick<Vendor, 'name' | 'hosts' | 'destinations'>[] = [
  { name: 'OpenAI', hosts: ['api.openai.com'], destinations: ['model:openai/*'] },
  { name: 'Anthropic', hosts: ['api.anthropic.com'], destinations: ['model:anthropic/*'] },
  { name: 'GitHub Copilot', hosts: ['*.githubcopilot.com'], destinations: ['model:copilot/*'] },
  { name: 'Google Gemini', hosts: ['generativelanguage.googleapis.com'], destinations: ['model:gemini/*'] },
];

async function askWho(title: string) {
  const { t } = vscode.l10n;
  const behind = (await vscode.lm.selectChatModels({})).map(({ vendor }) => vendor);
  const offered = [...new Set(behind)]
    .filter(vendor => vendor !== 'lockside' && !usual.some(one => one.destinations?.includes(`model:${vendor}/*`)))
    .map(vendor => ({ name: vendor, destinations: [`model:${vendor}/*`] }));
  const items = [...offered, ...usual].map(vendor => ({
    label: vendor.name,
    description: [...('hosts' in vendor ? (vendor.hosts ?? []) : []), ...(vendor.destinations ?? [])].join(', '),
    vendor: vendor as Pick<Vendor, 'name' | 'hosts' | 'destinations'> | undefined,
  }));
  const other = { label: t('Another one…'), description: '', vendor: undefined };
  const placeHolder = t('Who gets data from this team?');
  const picked = await vscode.window.showQuickPick([...items, other], { title, placeHolder, ignoreFocusOut: true });
  return picked && (picked.vendor ?? (await askHost(title)));
}

async function askHost(title: string): Promise<Pick<Vendor, 'name' | 'hosts'> | undefined> {
  const { t } = vscode.l10n;
  const host = await vscode.window.showInputBox({
    ...{ title, prompt: t('Its host, or a glob over its hosts'), placeHolder: 'api.example.com', ignoreFocusOut: true },
    validateInput: text =>
      /^[\w.*-]{3,253}$/.test(text) ? undefined : t('A host has letters, digits, dots and hyphens'),
  });
  return host === undefined ? undefined : { name: host.replace(/^\*\.|^api\./, ''), hosts: [host] };
}

async function askAgreement(title: string, name: string): Promise<{ until: string } | undefined> {
  const { t } = vscode.l10n;
  const until = await vscode.window.showInputBox({
    title,
    prompt: t(
      'Until when does the data processing agreement with {0} hold? Leave it empty where there is none: personal data then stay here.',
      name,
    ),
    placeHolder: 'YYYY-MM-DD',
    ignoreFocusOut: true,
    validateInput: text =>
      text === '' || /^\d{4}-\d\d-\d\d$/.test(text) ? undefined : t('A day is written YYYY-MM-DD'),
  });
  return until === undefined ? undefined : { until };
}

async function askRegion(title: string): Promise<{ region: string } | undefined> {
  const { t } = vscode.l10n;
  const items = [
    ...['eu', 'us', 'uk', 'ch', 'ca', 'jp', 'local'].map(region => ({ label: region, region })),
    { label: t('I don’t know'), region: '' },
  ];
  return vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Where does it keep what it gets?'),
    ignoreFocusOut: true,
  });
}

async function askTraining(title: string): Promise<{ training: boolean | undefined } | undefined> {
  const { t } = vscode.l10n;
  const items = [
    { label: t('It doesn’t'), training: false as boolean | undefined },
    { label: t('It does'), training: true },
    { label: t('I don’t know'), training: undefined },
  ];
  return vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Does it train on what it gets?'),
    ignoreFocusOut: true,
  });
}

async function askOwner(title: string): Promise<string | undefined> {
  const { t } = vscode.l10n;
  return vscode.window.showInputBox({
    title,
    prompt: t('Who answers for this record? May be left empty.'),
    ignoreFocusOut: true,
  });
}
