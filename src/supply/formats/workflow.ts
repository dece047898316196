import type { Span } from '../../core/model';
import type { PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, textOf } from '../../core/untyped';
import { addCommands } from './commandEntries';
import { addImage } from './imageReference';
import { type Draft, packageFile } from './packageFile';
import type { Document } from './places';
import { readYaml } from './yamlDocument';

/**
 * GitHub's workflows and actions: `uses: owner/name/path@ref` of steps and jobs, images of containers and services, commands that install
 * packages. A ref is a version where it is whole (`v4.1.2`, a commit); `v4` and branches move. The comment behind a commit says its version.
 */
export const workflow: PackageFormat = {
  id: 'workflow',
  kind: 'reference',
  matches: path => /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/.test(path),
  parse: text =>
    packageFile(workflow, text, draft => {
      const document = readYaml(draft);
      const file = fieldsOf(Array.isArray(document.value) ? document.value[0] : undefined);
      for (const [job, value] of Object.entries(fieldsOf(file.jobs))) readJob(draft, document, job, fieldsOf(value));
      const runs = fieldsOf(file.runs);
      readSteps(draft, document, runs, [0, 'runs'], undefined);
      readImage(draft, document, runs.image, [0, 'runs', 'image'], undefined);
    }),
};

type Path = readonly (string | number)[];

function readJob(draft: Draft, document: Document, job: string, facts: Table): void {
  const at = [0, 'jobs', job];
  readUses(draft, document, facts, at, job);
  readSteps(draft, document, facts, at, job);
  const { container } = facts;
  readImage(draft, document, container, [...at, 'container'], job);
  readImage(draft, document, fieldsOf(container).image, [...at, 'container', 'image'], job);
  for (const [name, service] of Object.entries(fieldsOf(facts.services)))
    readImage(draft, document, fieldsOf(service).image, [...at, 'services', name, 'image'], job);
}

function readSteps(draft: Draft, document: Document, { steps }: Table, at: Path, member: string | undefined): void {
  for (const [index, value] of (Array.isArray(steps) ? steps : []).entries()) {
    const step = fieldsOf(value);
    const here = [...at, 'steps', index];
    readUses(draft, document, step, here, member);
    const span = textOf(step.run) ? document.place(...here, 'run')?.value : undefined;
    if (span) addCommands(draft, draft.text.slice(span.start, span.end), span.start, { member });
  }
}

function readImage(draft: Draft, document: Document, image: unknown, at: Path, member: string | undefined): void {
  const written = textOf(image)?.replace(/^docker:\/\//, '');
  const span = written ? document.place(...at)?.value : undefined;
  if (!written || !span || /^Dockerfile$|\$\{\{/.test(written)) return;
  addImage(draft, written, { start: span.end - written.length, end: span.end }, { member });
}

function readUses(draft: Draft, document: Document, { uses }: Table, at: Path, member: string | undefined): void {
  const written = textOf(uses)?.trim();
  if (!written || /^\.{1,2}\//.test(written)) return;
  if (written.startsWith('docker://')) {
    readImage(draft, document, written, [...at, 'uses'], member);
    return;
  }
  const [, name, ref] = /^([\w.-]+\/[\w.-]+)(?:\/[^@\s]+)?@(\S+)$/.exec(written) ?? [];
  if (!name || !ref || ref.includes('${{')) return;
  const span = document.place(...at, 'uses')?.value;
  const commit = /^[\da-f]{40}$/.test(ref);
  const version = commit ? (commentVersion(draft.text, span) ?? ref) : /^v?\d+\.\d+\.\d+/.test(ref) ? ref : undefined;
  draft.add(
    {
      ecosystem: 'GitHub Actions',
      name,
      direct: true,
      member,
      ...(version ? { version } : {}),
      requirement: ref,
      ...(commit ? { integrity: ref } : {}),
    },
    span && { start: span.start + written.lastIndexOf('@') + 1, end: span.start + written.length },
  );
}

/** What Dependabot and Renovate write behind a commit: `# v4.1.2`. */
function commentVersion(text: string, span: Span | undefined): string | undefined {
  return (
    span &&
    /^["']?[ \t]+#[ \t]*(?:tag[=: ]\s*)?(v?\d+(?:\.\d+)+[\w.+-]*)/.exec(text.slice(span.end, span.end + 80))?.[1]
  );
}
