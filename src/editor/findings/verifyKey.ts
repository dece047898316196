import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { hostOfCheck, type KeyCheck, keyCheckFor, whatIsSent } from '../../core/keyCheck';
import type { Decision, Finding } from '../../core/model';
import { revocationOf } from '../../core/revocation';
import { type Asked, askProvider } from '../../io/askProvider';
import { atCursor, openTarget, type TargetArgument } from './findingTarget';
import type { DocumentScans } from './scanDocuments';

/** What providers said of keys in this window, by fingerprint. */
export interface KeyStates {
  of(finding: Finding): (Asked & { readonly at: Date }) | undefined;
}

/** The command "Check Whether This Key Is Live…": sends a key to its own provider after a person has said yes to that provider. */
export function registerVerifyKey(scans: DocumentScans): KeyStates & vscode.Disposable {
  const states = new Map<string, Asked & { readonly at: Date }>();
  const command = vscode.commands.registerCommand(commands.verifyKey, async (argument: TargetArgument) => {
    const target = await openTarget(scans, argument);
    if (!target) return undefined;
    const decision = target.decision ?? atCursor(target);
    const check = decision && checkOf(decision);
    if (!check) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no key here whose provider can be asked.'));
      return undefined;
    }
    const key = target.document.getText(target.file.range(decision));
    if (!(await mayAsk(check))) return undefined;
    const asked = await withProgress(check, () => askProvider(check, key));
    states.set(decision.finding.fingerprint, { ...asked, at: new Date() });
    void tell(check, decision.finding, asked);
    return asked.state;
  });
  return { of: ({ fingerprint }) => states.get(fingerprint), dispose: () => command.dispose() };
}

/** The check for a finding whose span is the key itself. */
export function checkOf({ finding }: Decision): KeyCheck | undefined {
  return finding.wrapped || finding.concealed ? undefined : keyCheckFor(finding.detector);
}

/** Only the user's own settings may allow a provider: a repository's must not send keys anywhere. */
async function mayAsk(check: KeyCheck): Promise<boolean> {
  const { t } = vscode.l10n;
  const name = `lockside.${names.verificationProviders}`;
  const allowed = vscode.workspace.getConfiguration().inspect<unknown>(name)?.globalValue;
  const providers = Array.isArray(allowed) ? allowed : [];
  if (providers.includes(check.provider)) return true;
  const [once, always] = [t('Send Once'), t('Always for {0}', check.name)];
  const answer = await vscode.window.showWarningMessage(
    t('Send this key to {0} to see whether it is live?', hostOfCheck(check)),
    {
      modal: true,
      detail: t(
        'Sent from this machine straight to {0}: {1}. Nothing else is sent, and the answer is kept in this window only. {0} may record the request.',
        check.name,
        whatIsSent(check),
      ),
    },
    once,
    always,
  );
  if (answer === always) {
    const next = [...providers, check.provider];
    await vscode.workspace.getConfiguration().update(name, next, vscode.ConfigurationTarget.Global);
  }
  return answer !== undefined;
}

function withProgress<T>(check: KeyCheck, task: () => Promise<T>): Thenable<T> {
  const title = vscode.l10n.t('Asking {0}…', check.name);
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, task);
}

async function tell(check: KeyCheck, finding: Finding, asked: Asked): Promise<void> {
  const { t } = vscode.l10n;
  if (asked.state === 'inactive') {
    void vscode.window.showInformationMessage(t('{0} does not accept this key (any more).', check.name));
  } else if (asked.state === 'unknown') {
    void vscode.window.showWarningMessage(t('Not known whether this key is live: {0}.', asked.why ?? ''));
  } else {
    const { how = '', url } = revocationOf(finding) ?? {};
    const open = t('Open the Page');
    const message = t('{0} accepts this key: it is live. {1}', check.name, how);
    const answer = await vscode.window.showErrorMessage(message, ...(url ? [open] : []));
    if (answer === open && url) await vscode.env.openExternal(vscode.Uri.parse(url));
  }
}
