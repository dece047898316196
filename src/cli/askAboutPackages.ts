import { settings as names } from '../contributes';
import type { Fault } from '../core/model';
import type { PackageEntry, PackageFile } from '../core/packages';
import type { AskRegistries, RegistryAnswer, RegistryQuestion } from '../core/registry';
import type { Workspace } from '../io/openWorkspace';
import { loadRegistries } from '../io/registries/load';

export interface Answers {
  answerOf(entry: PackageEntry): RegistryAnswer | undefined;
  /** What nobody could be asked about, with the reason. */
  readonly faults: readonly Fault[];
}

/** Asks the project's registries about packages of some files: each once, and at most 2,000. What lies in the project itself is left out. */
export async function askAboutPackages(
  files: readonly PackageFile[],
  { settings, root, stateFolder }: Workspace,
): Promise<Answers> {
  if (settings.value<AskRegistries>(names.askRegistries) === 'never')
    return { answerOf: () => undefined, faults: [unasked('the setting lockside.packages.askRegistries says never')] };
  const ask = loadRegistries().createRegistries({ root, trusted: true, stateFolder });
  const questions = questionsOf(files);
  const answers = new Map<string, RegistryAnswer>();
  await Promise.all(
    [...questions].slice(0, mostAsked).map(async ([key, question]) => {
      answers.set(key, await ask(question));
    }),
  );
  const faults = [...reasonsOf(answers.values())].map(([why, count]) => unasked(`${count} packages: ${why}`));
  if (questions.size > mostAsked) faults.push(unasked(`${questions.size - mostAsked} packages: there are too many`));
  return { answerOf: entry => answers.get(keyOf(entry)), faults };
}

const mostAsked = 2_000;

function questionsOf(files: readonly PackageFile[]): Map<string, RegistryQuestion> {
  const entries = files.flatMap(({ packages }) => packages);
  const local = new Set(entries.filter(it => it.source?.kind === 'path').map(it => `${it.ecosystem} ${it.name}`));
  const asked = entries.filter(
    it => (it.source?.kind ?? 'registry') === 'registry' && !local.has(`${it.ecosystem} ${it.name}`),
  );
  return new Map(
    asked.map(({ ecosystem, name, version }) => [keyOf({ ecosystem, name, version }), { ecosystem, name, version }]),
  );
}

function keyOf({ ecosystem, name, version }: RegistryQuestion): string {
  return `${ecosystem} ${name}@${version ?? ''}`;
}

/** Ecosystems without a registry that is asked are no news. */
function reasonsOf(answers: Iterable<RegistryAnswer>): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const answer of answers)
    if (answer.kind === 'unasked' && !answer.why.startsWith('its ecosystem'))
      reasons.set(answer.why, (reasons.get(answer.why) ?? 0) + 1);
  return reasons;
}

function unasked(message: string): Fault {
  return { code: 'unreadable', where: 'registries', message: `could not be asked about ${message}` };
}
