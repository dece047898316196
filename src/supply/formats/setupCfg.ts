import type { PackageEntry, PackageFormat } from '../../core/packages';
import { type Draft, named, packageFile } from './packageFile';
import { pythonRequirement } from './pythonRequirement';

/** setuptools' older manifest, an INI file: what is required stands one a line below its key. */
export const setupCfg: PackageFormat = {
  id: 'setup.cfg',
  kind: 'manifest',
  matches: named('setup.cfg'),
  parse: text => packageFile(setupCfg, text, readSetupCfg),
};

function readSetupCfg(draft: Draft): void {
  let section = '';
  let key = '';
  for (const { 0: line, index } of draft.text.matchAll(/[^\r\n]+/g)) {
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header) [section, key] = [header[1]!.trim(), ''];
    if (header || /^\s*[#;]/.test(line)) continue;
    const [before = '', name] = /^([^\s=:][^=:]*?)\s*[=:]/.exec(line) ?? [];
    if (name !== undefined && before) key = name;
    const facts = factsOf(section, key);
    const value = line.slice(name === undefined ? 0 : before.length);
    const written = value.replace(/\s#.*$/, '');
    const read = facts && written.trim() ? pythonRequirement(written) : undefined;
    if (!read) continue;
    const start = index + line.length - value.length;
    draft.add({ ...read.entry, ...facts }, { start: start + read.token.start, end: start + read.token.end });
  }
}

function factsOf(section: string, key: string): Pick<PackageEntry, 'direct' | 'use'> | undefined {
  if (section === 'options.extras_require') return { direct: true, use: 'optional' };
  if (section !== 'options') return undefined;
  if (key === 'install_requires') return { direct: true };
  return key === 'setup_requires' || key === 'tests_require'
    ? { direct: true, use: key === 'setup_requires' ? 'build' : 'dev' }
    : undefined;
}
