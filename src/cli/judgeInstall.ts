import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settings as names } from '../contributes';
import { mayInstall } from '../core/mayInstall';
import type { AskRegistries } from '../core/registry';
import type { Workspace } from '../io/openWorkspace';
import { loadRegistries } from '../io/registries/load';
import type { PackageMention } from '../supply/mentions/packageMention';
import type { AnswerListener } from '../supply/trust/listenForPackages';
import { loadTrust } from '../supply/trust/load';

/** What the policy says of a command that an agent wants to run in a folder, within a second: registries have 800 milliseconds. */
export function judgeInstall(command: string, folder: string, workspace: Workspace) {
  return loadTrust().guardInstall(command, {
    ...mentionFacts(workspace, 800),
    has: mention => isInstalled(folder, mention),
  });
}

/** Tells of packages that an answer names, while it comes. What reads them is loaded when a piece may name one. */
export function listenTo(workspace: Workspace, tell: (message: string) => void): AnswerListener {
  let listener: AnswerListener | undefined;
  let before = '';
  return {
    push(piece) {
      // Nearly all that is said names none: what was before the first that may is passed on with it.
      if (!listener && before.length < longestUnread) {
        before += piece;
        // Only what came last is new; a command's name and its package may come in two pieces.
        if (!mayName(before.slice(-piece.length - longestName))) return;
      }
      listener ??= loadTrust().listenForPackages(
        { ...mentionFacts(workspace, 2_000), has: mention => isOwn(workspace.root, mention) },
        tell,
      );
      listener.push(before === '' ? piece : before);
      before = '';
    },
    end: async () => listener?.end(),
  };
}

const longestUnread = 100_000;
const longestName = 300;
const mayName = (text: string) => mayInstall(text) || /```\s*(?:[jt]sx?|java|type|py|vue|svelte|go)/i.test(text);

/** An import may also mean a folder of the project's own. */
function isOwn(root: string, mention: PackageMention): boolean {
  const [first = ''] = mention.name.split('/');
  const folder = mention.how === 'import' && ['', 'src', 'app', 'lib'].some(it => existsSync(join(root, it, first)));
  return folder || isInstalled(root, mention);
}

/** What judging packages by their names takes in a workspace. */
export function mentionFacts({ root, stateFolder, settings, guard }: Workspace, patience: number) {
  const may = settings.value<AskRegistries>(names.askRegistries) !== 'never';
  return {
    ...(may ? { ask: loadRegistries().createRegistries({ root, trusted: true, stateFolder, patience }) } : {}),
    policy: guard.policy,
    fingerprint: guard.scanner.fingerprint,
    now: Date.now(),
    newDays: settings.value<number>(names.newWithinDays),
  };
}

/** npx runs what is there, and asks nobody. */
export function isInstalled(folder: string, { ecosystem, name, how, version }: PackageMention): boolean {
  if (ecosystem !== 'npm' || version !== undefined || name.includes('..')) return false;
  return (
    existsSync(join(folder, 'node_modules', name)) ||
    (how === 'run' && existsSync(join(folder, 'node_modules', '.bin', name)))
  );
}
