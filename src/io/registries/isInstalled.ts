import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A package as a text names it; see `PackageMention`. */
export interface NamedPackage {
  readonly ecosystem: string;
  readonly name: string;
  readonly version?: string;
  readonly how: 'install' | 'run' | 'import';
}

/** Whether a folder has it already: npx runs what is there, and asks nobody. */
export function isInstalled(folder: string, { ecosystem, name, how, version }: NamedPackage): boolean {
  if (ecosystem !== 'npm' || version !== undefined || name.includes('..')) return false;
  return (
    existsSync(join(folder, 'node_modules', name)) ||
    (how === 'run' && existsSync(join(folder, 'node_modules', '.bin', name)))
  );
}

/** The same for what code names: an import may also mean a folder of the project's own. */
export function isAtHome(root: string, named: NamedPackage): boolean {
  const [first = ''] = named.name.split('/');
  const own = named.how === 'import' && ['', 'src', 'app', 'lib'].some(it => existsSync(join(root, it, first)));
  return own || isInstalled(root, named);
}
