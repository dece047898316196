import * as vscode from 'vscode';

/** A prompt in the file is escaped, so its text can't pass for this. */
const selected = /"selectedModel"(?:\],"v")?:\{"identifier":"([^"\\]+)"/g;

/**
 * The model that VS Code last noted for a chat session, as `vendor/id`, from its own file beside our storage; a change is
 * noted within a few seconds. Undefined where there is no such file yet, or no longer: the file is VS Code's own affair.
 */
export async function selectedModel(context: vscode.ExtensionContext, session: string): Promise<string | undefined> {
  if (!context.storageUri || !/^[\w-]+$/.test(session)) return undefined;
  const file = vscode.Uri.joinPath(context.storageUri, '..', 'chatSessions', `${session}.jsonl`);
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return Array.from(text.matchAll(selected), match => match[1]).at(-1);
  } catch {
    return undefined; // A new session has no file; whoever asks must do without.
  }
}
