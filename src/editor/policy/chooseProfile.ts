import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { type Profile, profiles } from '../../core/profiles';
import { profileTexts } from './policyPage';
import { workspaceSetting, writeSetting } from './writeSetting';

/** Asks which profiles shall hold in this workspace, and writes them into its settings. `given` answers beforehand. */
export async function chooseProfile(given: unknown): Promise<boolean> {
  const { t } = vscode.l10n;
  const chosen = Array.isArray(given) ? profiles.filter(one => given.includes(one)) : await ask();
  if (!chosen || !(await writeSetting(names.profiles, chosen.length > 0 ? chosen : undefined))) return false;
  const show = t('Show Policy');
  const told =
    chosen.length > 0
      ? t('From now on the profiles {0} hold here, for everybody with the next commit.', chosen.join(', '))
      : t('No profile holds here any more; what is built in does.');
  void vscode.window.showInformationMessage(told, show).then(answer => {
    if (answer === show) void vscode.commands.executeCommand(commands.showPolicy);
  });
  return true;
}

async function ask(): Promise<readonly Profile[] | undefined> {
  const { t } = vscode.l10n;
  const now = workspaceSetting<Profile[]>(names.profiles) ?? [];
  const items = profiles.map(profile => ({
    label: profile,
    detail: profileTexts()[profile],
    picked: now.includes(profile),
    profile,
  }));
  const placeHolder = t('What does your team answer for? A profile only makes things stricter.');
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: t('Choose Profile'),
    placeHolder,
  });
  return picked?.map(({ profile }) => profile);
}
