import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { KnownAdvisories } from '../../core/packageThread';
import type { Pause } from '../findings/pause';
import { shownFindings } from '../findings/shownFindings';
import type { PackageChecks } from './createPackageChecks';
import type { PackageDecisions } from './packageDecisions';

/** Above a manifest or lockfile: how many of its packages something is said of, and how old what is known is. */
export function registerPackageLenses(pause: Pause, checks: PackageChecks): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses({ uri }) {
      const file = pause.isQuiet() ? undefined : checks.get(uri);
      if (!file || file.checked.packages === 0 || !hasLens(file)) return [];
      const at = new vscode.Range(0, 0, 0, 0);
      const [command, args] = shownFindings(file).length > 0 ? [commands.listPackages, [uri]] : ['', []];
      return [
        new vscode.CodeLens(at, { title: `$(shield) ${countText(file)}`, command, arguments: args }),
        ...datesLens(at, file.checked.advisories),
      ];
    },
  };
  return vscode.Disposable.from(
    changed,
    checks.onDidChange(() => changed.fire()),
    pause.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      [{ scheme: 'file' }, { scheme: 'untitled' }, { scheme: 'vscode-remote' }],
      provider,
    ),
  );
}

/** Above code and words a line of Lockside's would only stand in the way. */
function hasLens({ checked: { kind, format } }: PackageDecisions): boolean {
  return kind !== 'reference' && !['pep723', 'models', 'notebook'].includes(format);
}

/** "2 vulnerable, 1 unknown" */
function countText(file: PackageDecisions): string {
  const { t } = vscode.l10n;
  const shown = shownFindings(file).map(({ finding }) => finding.detector);
  const count = (...detectors: readonly string[]) => shown.filter(one => detectors.includes(one)).length;
  const [malicious, vulnerable, unknown] = [
    count('supply/malicious-package'),
    count('supply/vulnerable-package'),
    count('supply/unknown-package'),
  ];
  const other = shown.length - malicious - vulnerable - unknown;
  const said = [
    ...(malicious > 0 ? [t('{0} malicious', malicious)] : []),
    ...(vulnerable > 0 ? [t('{0} vulnerable', vulnerable)] : []),
    ...(unknown > 0 ? [t('{0} unknown', unknown)] : []),
    ...(other > 0 ? [t('{0} to look at', other)] : []),
  ];
  return said.length > 0 ? said.join(', ') : t('{0} packages, nothing known against them', file.checked.packages);
}

function datesLens(at: vscode.Range, known: readonly KnownAdvisories[]): vscode.CodeLens[] {
  const oldest = oldestOf(known);
  if (!oldest) return [];
  const { t } = vscode.l10n;
  const title =
    oldest.source === 'starter'
      ? t('starter set of {0}: update advisories', oldest.date)
      : t('advisories of {0}: update', oldest.date);
  return [
    new vscode.CodeLens(at, {
      title,
      command: commands.updateAdvisories,
      tooltip: t('Package names never leave this machine: whole databases are fetched.'),
    }),
  ];
}

/** What is told of several ecosystems is the worst of them. */
export function oldestOf(known: readonly KnownAdvisories[]): KnownAdvisories | undefined {
  const rank = ({ source, date }: KnownAdvisories) => `${source === 'starter' ? 0 : 1}${date}`;
  return [...known].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}
