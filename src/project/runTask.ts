import { basename } from 'node:path';
import type { CheckFacts, KnownAdvisories, ThreadResult, ThreadTask } from '../core/packageThread';
import { pathFrom } from '../io/pathFrom';
import { osvEcosystems } from '../supply/advisories/ecosystemOf';
import { describeChanges } from '../supply/sbom/describeChanges';
import { diffBoms } from '../supply/sbom/diffBoms';
import { type BomFile, gatherBom } from '../supply/sbom/gatherBom';
import { openLocalBase } from './advisoryBase';
import type { Checker } from './createChecker';
import { exportBom, sbomFormats, stamped } from './exportBom';
import { readPackageFiles } from './packageFiles';
import { comparable, packagesAt } from './packagesAt';
import { updateAdvisoriesOf } from './updateAdvisoriesOf';

export interface Telling {
  result(result: ThreadResult): void;
  /** Whether nobody waits for it any more. */
  isOver(): boolean;
}

/** Does what the window asks for; rejects with a message for a person where it can't. */
export async function runTask(task: ThreadTask, checker: Checker, tell: Telling): Promise<void> {
  switch (task.kind) {
    case 'check':
      return checker.check(task.target, task.facts, task.asked === true, file =>
        tell.result({ kind: 'checked', file }),
      );
    case 'checkFolders':
      for (const root of task.roots) await checkFolder(root, task.facts, checker, tell);
      return;
    case 'update':
      return update(task, checker, tell);
    case 'bill': {
      const { files, faults } = await filesOf(task.root);
      const bom = gatherBom(basename(task.root), files);
      const format = sbomFormats.find(one => one === task.format) ?? 'cyclonedx-json';
      const text = stamped(stamp => exportBom(bom, stamp, format), task.version);
      return tell.result({ kind: 'text', text, count: bom.components.length, faults });
    }
    case 'compare':
      return compare(task.root, task.revision, tell);
    case 'advisories':
      return tell.result({ kind: 'advisories', known: known(task.stateFolder) });
  }
}

async function checkFolder(root: string, facts: CheckFacts, checker: Checker, tell: Telling): Promise<void> {
  for await (const read of readPackageFiles([root], {
    cwd: root,
    pathOf: file => pathFrom(root, file),
    formatOf: comparable,
  })) {
    if (tell.isOver()) return;
    if (read.fault) continue;
    const file = `${root}/${read.file}`;
    const text = facts.unsaved[file] ?? read.text;
    await checker.check({ file, path: read.path, root, text, language: '' }, facts, true, checked =>
      tell.result({ kind: 'checked', file: { ...checked, text } }),
    );
  }
}

async function update(task: Extract<ThreadTask, { kind: 'update' }>, checker: Checker, tell: Telling): Promise<void> {
  for (const ecosystem of task.ecosystems) {
    if (tell.isOver()) break;
    const updated = await updateAdvisoriesOf(ecosystem, task.from, task);
    const message =
      updated.state === 'failed' ? updated.message : updated.state === 'fresh' ? String(updated.count) : '';
    tell.result({ kind: 'updated', ecosystem, state: updated.state, message });
  }
  checker.refresh();
}

async function compare(root: string, revision: string, tell: Telling): Promise<void> {
  const before = await packagesAt(root, revision);
  if (before.error !== undefined) throw new Error(before.error);
  const after = await filesOf(root);
  const changes = diffBoms(gatherBom('', before.value.files), gatherBom('', after.files));
  const faults = [...before.value.faults.map(({ where, message }) => `${where}: ${message}`), ...after.faults];
  tell.result({ kind: 'text', text: describeChanges(changes), count: changes.length, faults });
}

async function filesOf(root: string): Promise<{ files: BomFile[]; faults: string[] }> {
  const files: BomFile[] = [];
  const faults: string[] = [];
  for await (const one of readPackageFiles([root], {
    cwd: root,
    pathOf: file => pathFrom(root, file),
    formatOf: comparable,
  })) {
    if (one.fault) faults.push(`${one.file}: ${one.fault.message}`);
    else {
      const file = one.format.parse(one.text, one.path, one.beside);
      faults.push(...file.faults.map(({ message, where }) => `${one.file}${where ? `:${where}` : ''}: ${message}`));
      files.push({ path: one.path, file });
    }
  }
  return { files, faults };
}

function known(stateFolder: string): KnownAdvisories[] {
  const base = openLocalBase({ stateFolder }, []);
  return osvEcosystems.flatMap(ecosystem => {
    const { source, date, count } = base.of(ecosystem) ?? {};
    return source && date !== undefined ? [{ ecosystem, source, date, count: count ?? 0 }] : [];
  });
}
