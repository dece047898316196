import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { createPolicy, type PolicyLayer } from '../../core/policy';
import { type Profile, profileRules, profiles } from '../../core/profiles';
import { policiesOf, readSettings } from '../../core/settings';
import { type Difference, simulate } from '../../core/simulate';
import { readBounded } from '../../io/boundedFile';
import { parsePolicy } from '../../io/sharedPolicies';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { actionName } from './explainFinding';
import { profileTexts } from './policyPage';
import { mostEvents, pastOf, recentEvents } from './recentEvents';
import { openTablesPage, type Tables } from './tablesPage';

/** A policy to try, and its name. */
interface Candidate {
  readonly name: string;
  readonly layers: readonly PolicyLayer[];
  /** Set where one press makes it hold. */
  readonly profile?: Profile;
}

/** Shows what of the past would have been decided otherwise with one more policy; `given` names a profile or a file beforehand. */
export async function simulatePolicy(parts: Parts, given: unknown): Promise<Difference[] | undefined> {
  const candidate = typeof given === 'string' ? candidateOf(given) : await ask();
  if (!candidate) return undefined;
  const { events, more } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Lockside reads the audit trail') },
    () => recentEvents(),
  );
  const { policies } = parts.settings.state();
  const now = createPolicy(policies, today());
  const then = createPolicy([...policies, ...candidate.layers], today());
  const differences = simulate(pastOf(events), now, then);
  openTablesPage(parts.context, 'lockside.simulate', tablesOf(candidate, events.length, more, differences));
  return differences;
}

function candidateOf(name: string): Candidate | undefined {
  const profile = profiles.find(one => one === name);
  return profile ? ofProfile(profile) : ofFile(name);
}

function ofProfile(profile: Profile): Candidate {
  return { name: profile, profile, layers: [{ layer: 'organisation', tightenOnly: true, ...profileRules(profile) }] };
}

function ofFile(file: string): Candidate | undefined {
  const { t } = vscode.l10n;
  const read = readPolicyFile(file);
  if ('settings' in read) {
    const layers = policiesOf(readSettings(read.settings, 'organisation', false));
    return { name: vscode.workspace.asRelativePath(file, false), layers };
  }
  void vscode.window.showErrorMessage(t('{0} is no policy: {1}', file, read.error));
  return undefined;
}

function readPolicyFile(file: string): ReturnType<typeof parsePolicy> {
  const read = readBounded(file) ?? { error: 'it is not there' };
  return 'text' in read ? parsePolicy(read.text) : read;
}

async function ask(): Promise<Candidate | undefined> {
  const { t } = vscode.l10n;
  const items = [
    ...profiles.map(profile => ({ label: profile, detail: profileTexts()[profile], profile })),
    {
      label: t('A file…'),
      detail: t('With the keys of settings.json, such as an organisation’s policy'),
      profile: undefined,
    },
  ];
  const placeHolder = t('What if this held as well?');
  const picked = await vscode.window.showQuickPick(items, { title: t('Simulate Policy'), placeHolder });
  if (!picked) return undefined;
  if (picked.profile) return ofProfile(picked.profile);
  const [uri] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json', 'jsonc'] } })) ?? [];
  return uri && ofFile(uri.fsPath);
}

const mostRows = 200;

function tablesOf(
  { name, profile }: Candidate,
  count: number,
  more: boolean,
  differences: readonly Difference[],
): Tables {
  const { t } = vscode.l10n;
  const changed = differences.reduce((sum, one) => sum + one.count, 0);
  const bounded = more ? ` ${t('Only the newest {0} were looked at.', mostEvents)}` : '';
  return {
    title: t('What if this policy held?'),
    intro: t('{0}: of {1} past decisions of this machine, {2} would have been others.', name, count, changed) + bounded,
    sections: [
      {
        title: t('Decisions that would have been others'),
        columns: [t('How many'), t('Now'), t('Then'), t('What'), t('On the way to')],
        rows: differences
          .slice(0, mostRows)
          .map(one => [
            { text: String(one.count) },
            { text: actionName(one.from) },
            { text: actionName(one.to) },
            { text: one.detector },
            { text: one.destination },
          ]),
        empty:
          count === 0
            ? t('The audit trail has no decision yet. Work for a day, and try again.')
            : t('None: it would have changed nothing.'),
        buttons: profile
          ? [
              {
                label: t('Choose This Profile'),
                run: () => vscode.commands.executeCommand(commands.chooseProfile, [profile]),
              },
            ]
          : [],
      },
    ],
  };
}
