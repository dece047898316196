import * as vscode from 'vscode';
import { commands, modelVendor } from '../../contributes';

/** The command "Choose Guarded Model": opens the chat with one of the models named "Lockside: …". */
export function registerChooseGuardedModel(): vscode.Disposable {
  return vscode.commands.registerCommand(commands.chooseGuardedModel, async () => {
    const models = await vscode.lm.selectChatModels({ vendor: modelVendor });
    const model = models.length > 1 ? await pick(models) : models[0];
    if (model) await openChat(model.id);
    else if (models.length === 0) await tellNone();
  });
}

async function pick(models: readonly vscode.LanguageModelChat[]): Promise<vscode.LanguageModelChat | undefined> {
  const items = models.map(model => ({ label: model.name, description: model.id.split('/')[0], model }));
  const answer = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Choose Guarded Model'),
    placeHolder: vscode.l10n.t('Everything that goes to it is redacted first'),
    matchOnDescription: true,
  });
  return answer?.model;
}

async function openChat(id: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.chat.open', { modelSelector: { vendor: modelVendor, id } });
}

async function tellNone(): Promise<void> {
  const manage = vscode.l10n.t('Manage Models');
  const message = vscode.l10n.t(
    'VS Code offers no chat model yet, so there is none to guard. Add one or sign in to Copilot first.',
  );
  const answer = await vscode.window.showInformationMessage(message, manage);
  if (answer === manage) await vscode.commands.executeCommand('workbench.action.chat.manage');
}
