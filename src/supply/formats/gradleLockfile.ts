import type { PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { textLines } from './textLines';

/** Gradle's lockfiles: `group:artifact:version=configuration,…` a line; `empty=` names configurations that have nothing. */
export const gradleLockfile: PackageFormat = {
  id: 'gradle.lockfile',
  kind: 'lockfile',
  matches: path => byName(path) || /(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/.test(path),
  parse: (text, path) =>
    packageFile(gradleLockfile, text, draft => {
      const build = path.endsWith('buildscript-gradle.lockfile');
      // The oldest ones have a file for each configuration, and no `=`.
      const old = /\/dependency-locks\/[^/]*$/.test(path);
      for (const line of textLines(text)) {
        const content = line.text.trim();
        if (content === '' || content.startsWith('#') || content.startsWith('empty=')) continue;
        const found = /^\s*([^\s:=]+):([^\s:=]+):([^\s:=]+)(?:=(.*))?$/.exec(line.text.trimEnd());
        const [, group, artifact, version, configurations] = found ?? [];
        if (!group || !artifact || !version || (configurations === undefined && !old)) {
          draft.fault('has a line that is no group:artifact:version=configurations', line.start);
          continue;
        }
        const start =
          line.start + line.text.indexOf(artifact, line.text.indexOf(group) + group.length) + artifact.length + 1;
        const use = build ? ('build' as const) : onlyTests(configurations) ? ('dev' as const) : undefined;
        draft.add(
          { ecosystem: 'Maven', name: `${group}:${artifact}`, version, ...(use ? { use } : {}) },
          { start, end: start + version.length },
        );
      }
    }),
};

const byName = named('gradle.lockfile', 'buildscript-gradle.lockfile');

function onlyTests(configurations = ''): boolean {
  const all = configurations.split(',').filter(Boolean);
  return (
    all.length > 0 && all.every(name => /^(?:test|androidTest|integrationTest|\w*(?:Unit|Android)Test)/.test(name))
  );
}
