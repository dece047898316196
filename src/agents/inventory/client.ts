import type { Look } from './look';

/** An AI client, and what it reads. Each one is a file in `clients/`, with where its facts come from. */
export interface InventoryClient {
  readonly id: string;
  readonly title: string;
  readonly files: readonly FileKind[];
}

/** Files of one kind. Ways are relative, with `*` within a folder and `**` over folders. */
export interface FileKind {
  /** In a repository, in any of its folders. */
  readonly workspace?: readonly string[];
  /** In the person's home. */
  readonly home?: readonly string[];
  /** Absolute, where organisations put it. */
  readonly managed?: readonly string[];
  readonly read: (look: Look) => void;
}

/** Where programs of a name keep what is theirs, on each system. */
export function applicationFolders(name: string): readonly string[] {
  return [`.config/${name}`, `Library/Application Support/${name}`, `AppData/Roaming/${name}`];
}

/** A file below each of these folders. */
export function below(folders: readonly string[], ...files: readonly string[]): readonly string[] {
  return folders.flatMap(folder => files.map(file => `${folder}/${file}`));
}

/** The same way in a repository and in a home. */
export function both(...ways: readonly string[]): Pick<FileKind, 'workspace' | 'home'> {
  return { workspace: ways, home: ways };
}
