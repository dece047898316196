import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { Vault, VaultEntry } from '../core/model';
import { type Counts, createVault } from '../core/placeholders';

/** A vault that outlives the window. */
export interface StoredVault extends Vault {
  forget(): void;
  /** Settles when the entries of earlier sessions are there; never rejects. */
  readonly ready: Promise<void>;
  /** Settles when what the vault knows now is stored; never rejects. */
  flush(): Promise<void>;
}

/**
 * The vault with the entries of earlier sessions in this workspace. It is stored encrypted, under a key that only the keychain
 * holds; numbering goes on even where the entries are lost, so that no placeholder ever comes to mean another value.
 */
export function openVault(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): StoredVault {
  const { workspaceState, secrets } = context;
  const file = storedAt(context);
  const write = coalesced(async () => {
    await ready;
    await workspaceState.update(countsName, vault.counts());
    await store(file, secrets, [...vault.entries()]);
  }, log);
  const vault = createVault([], workspaceState.get<Counts>(countsName), () => void write());
  const ready = read(file, secrets, log).then(before => vault.adopt(before));
  return { ...vault, ready, flush: write };
}

/** The command that forgets every placeholder of this workspace, once the person has said so. */
export function registerForgetPlaceholders(vault: StoredVault): vscode.Disposable {
  return vscode.commands.registerCommand(commands.forgetPlaceholders, async () => {
    if (await confirmed()) vault.forget();
  });
}

const countsName = 'lockside.placeholderCounts';
const windowName = 'lockside.window';
const keyName = 'lockside.vaultKey';

/** Windows without a workspace share a folder, so each of them has a file of its own. */
function storedAt({ storageUri, globalStorageUri, workspaceState }: vscode.ExtensionContext): vscode.Uri {
  if (storageUri) return vscode.Uri.joinPath(storageUri, 'placeholders.bin');
  const id = workspaceState.get<string>(windowName) ?? randomUUID();
  void workspaceState.update(windowName, id);
  return vscode.Uri.joinPath(globalStorageUri, `placeholders-${id}.bin`);
}

async function read(
  file: vscode.Uri,
  secrets: vscode.SecretStorage,
  log: vscode.LogOutputChannel,
): Promise<VaultEntry[]> {
  let sealed: Uint8Array;
  try {
    sealed = await vscode.workspace.fs.readFile(file);
  } catch {
    return []; // Nothing has been stored yet.
  }
  try {
    return open(sealed, (await secrets.get(keyName)) ?? '');
  } catch {
    log.warn(vscode.l10n.t('The stored placeholders could not be read: those of earlier sessions are not restored.'));
    return [];
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
async function store(file: vscode.Uri, secrets: vscode.SecretStorage, entries: readonly VaultEntry[]): Promise<void> {
  const sealed = seal(entries, await storedKey(secrets));
  const beside = file.with({ path: `${file.path}.${randomUUID()}` });
  await vscode.workspace.fs.writeFile(beside, sealed);
  await vscode.workspace.fs.rename(beside, file, { overwrite: true });
}

async function storedKey(secrets: vscode.SecretStorage): Promise<string> {
  const known = await secrets.get(keyName);
  if (known) return known;
  const key = randomBytes(32).toString('base64');
  await secrets.store(keyName, key);
  return key;
}

const cipher = 'aes-256-gcm';
const version = Buffer.from('lockside placeholders 1\n');
const ivLength = 12;
const tagLength = 16;

/** A file is the version line, the initialisation vector, the tag, and the encrypted JSON. */
function seal(entries: readonly VaultEntry[], key: string): Uint8Array {
  const iv = randomBytes(ivLength);
  const encrypt = createCipheriv(cipher, Buffer.from(key, 'base64'), iv).setAAD(version);
  const text = JSON.stringify(entries.map(entry => ({ ...entry, origins: [...entry.origins] })));
  const body = Buffer.concat([encrypt.update(text, 'utf8'), encrypt.final()]);
  return Buffer.concat([version, iv, encrypt.getAuthTag(), body]);
}

/** Throws where the file or the key isn't what it was. */
function open(sealed: Uint8Array, key: string): VaultEntry[] {
  const iv = sealed.subarray(version.length, version.length + ivLength);
  const tag = sealed.subarray(version.length + ivLength, version.length + ivLength + tagLength);
  const body = sealed.subarray(version.length + ivLength + tagLength);
  const options = { authTagLength: tagLength };
  const decrypt = createDecipheriv(cipher, Buffer.from(key, 'base64'), iv, options).setAAD(version).setAuthTag(tag);
  const text = Buffer.concat([decrypt.update(body), decrypt.final()]).toString('utf8');
  const entries = JSON.parse(text) as (Omit<VaultEntry, 'origins'> & { origins: string[] })[]; // The tag says that we wrote it.
  return entries.map(entry => ({ ...entry, origins: new Set(entry.origins) }));
}

/** Runs the task now, or once more after the run that is under way; the promise settles when everything so far is done. */
function coalesced(task: () => Promise<void>, log: vscode.LogOutputChannel): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  let told = false;
  const run = (): Promise<void> => {
    running = task()
      .catch(() => {
        if (told) return;
        told = true;
        log.warn(vscode.l10n.t('The placeholders could not be stored: they last until this window is closed.'));
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return () => {
    if (!running) return run();
    again ??= running.then(() => {
      again = undefined;
      return run();
    });
    return again;
  };
}

async function confirmed(): Promise<boolean> {
  const forget = vscode.l10n.t('Forget');
  const detail = vscode.l10n.t('Answers and files that still hold placeholders can no longer be restored.');
  const question = vscode.l10n.t('Forget all placeholders of this workspace?');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, forget)) === forget;
}
