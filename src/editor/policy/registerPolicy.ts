import * as vscode from 'vscode';
import { commands, contextKeys } from '../../contributes';
import type { Parts } from '../parts';
import { loadPolicyRoom } from './loadPolicyRoom';
import type { createPolicyDiagnostics } from './policyDiagnostics';

type Diagnostics = ReturnType<typeof createPolicyDiagnostics>;

/** The policy in the editor: its problems, completions and hovers in its own files, and its commands. What is behind them is read when it is needed. */
export function registerPolicy(parts: Parts): vscode.Disposable {
  let diagnostics: Diagnostics | undefined;
  const openDiagnostics = () => {
    diagnostics ??= loadPolicyRoom().createPolicyDiagnostics(parts);
    return diagnostics;
  };
  const lookAround = () => {
    showSteps(parts);
    if (saysSomething(parts)) openDiagnostics();
  };
  void parts.settings.ready.then(() => setTimeout(lookAround, restMilliseconds));
  return vscode.Disposable.from(
    new vscode.Disposable(() => diagnostics?.dispose()),
    parts.settings.onDidChange(lookAround),
    vscode.languages.registerCompletionItemProvider(
      policySelector,
      {
        provideCompletionItems: (document, position) => loadPolicyRoom().provideCompletions(parts, document, position),
      },
      '"',
      '.',
    ),
    vscode.languages.registerHoverProvider(policySelector, {
      provideHover: (document, position) => loadPolicyRoom().provideRuleHover(parts, document, position),
    }),
    vscode.languages.registerCodeActionsProvider(
      policySelector,
      {
        provideCodeActions: (document, range, context) =>
          loadPolicyRoom().provideFixes(openDiagnostics(), document, range, context),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    ...registerCommands(parts),
  );
}

/** The files that may hold a policy; those that `lockside.extends` names may have any name. */
const policySelector: vscode.DocumentSelector = [
  { scheme: 'file', language: 'json' },
  { scheme: 'file', language: 'jsonc' },
];

/** What a window does first is more urgent. */
const restMilliseconds = 1500;

function registerCommands(parts: Parts): vscode.Disposable[] {
  const register = (id: string, run: (...args: never[]) => unknown) => vscode.commands.registerCommand(id, run);
  let page: vscode.WebviewPanel | undefined;
  return [
    register(commands.showPolicy, () => {
      if (page) return page.reveal();
      page = loadPolicyRoom().openPolicyPage(parts);
      page.onDidDispose(() => {
        page = undefined;
      });
    }),
    register(
      commands.explainFinding,
      async (target: undefined) => void (await loadPolicyRoom().explainFinding(parts, target)),
    ),
    register(commands.chooseProfile, (given: unknown) => loadPolicyRoom().chooseProfile(given)),
    register(commands.waiveFinding, (target: undefined, given: undefined) =>
      loadPolicyRoom().waiveFinding(parts, target, given),
    ),
    register(commands.putVendorOnRecord, (given: unknown) => loadPolicyRoom().putVendorOnRecord(given)),
    register(commands.switchOffVendor, (given: undefined) => loadPolicyRoom().switchOffVendor(parts, given)),
    register(commands.switchOnVendor, (given: undefined) => loadPolicyRoom().switchOnVendor(parts, given)),
    register(commands.verifyTrail, () => loadPolicyRoom().verifyTrail(parts)),
    register(commands.simulatePolicy, (given: unknown) => loadPolicyRoom().simulatePolicy(parts, given)),
    register(commands.sharePolicy, () => loadPolicyRoom().sharePolicy()),
    register(commands.mendPolicy, (where: string, fix: never) => loadPolicyRoom().runFix(parts, where, fix)),
  ];
}

/** Steps of the walkthrough that the settings themselves complete. */
function showSteps({ settings }: Parts): void {
  const { layers } = settings.state();
  const chosen = layers.some(({ values }) => ((values.profiles ?? []) as unknown[]).length > 0);
  const onRecord = layers.some(({ policy }) => (policy.vendors ?? []).length > 0);
  void vscode.commands.executeCommand('setContext', contextKeys.profileChosen, chosen);
  void vscode.commands.executeCommand('setContext', contextKeys.vendorOnRecord, onRecord);
}

/** Whether there is anything of which something could be wrong: most folders have no policy. */
function saysSomething({ settings }: Parts): boolean {
  const { layers, waivers, waiverFaults } = settings.state();
  const { isTrusted } = vscode.workspace;
  return (
    waivers.length + waiverFaults.length > 0 ||
    layers.some(
      ({ policy, values, faults }) =>
        (isTrusted || policy.layer !== 'workspace') &&
        (policy.rules ?? policy.vendors ?? policy.suppressions ?? values.extends ?? faults[0]) !== undefined,
    )
  );
}
