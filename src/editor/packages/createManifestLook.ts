import * as vscode from 'vscode';

/** Whether the workspace has any manifest: without one, nothing can be said of imports. Looked for once, and again when one comes or goes. */
export function createManifestLook(): vscode.Disposable & { has(): Promise<boolean> } {
  const glob = '**/{package.json,pyproject.toml,requirements.txt,Pipfile,setup.cfg}';
  let found: Promise<boolean> | undefined;
  const drop = () => {
    found = undefined;
  };
  const look = async () =>
    (await vscode.workspace.findFiles(glob, '**/{node_modules,.venv,venv,site-packages,vendor}/**', 1)).length > 0;
  const watcher = vscode.workspace.createFileSystemWatcher(glob, false, true, false);
  const subscriptions = vscode.Disposable.from(watcher, watcher.onDidCreate(drop), watcher.onDidDelete(drop));
  return {
    has() {
      found ??= look();
      return found;
    },
    dispose: () => subscriptions.dispose(),
  };
}
