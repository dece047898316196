import type { PackageFormat } from '../../core/packages';
import { fieldsOf } from '../../core/untyped';
import { readJsonc } from './jsonDocument';
import { type Draft, packageFile } from './packageFile';
import { type Document, tokenIn } from './places';

/** .vscode/extensions.json and workspaces: the extensions that are recommended. */
export const extensionsJson: PackageFormat = {
  id: 'extensions.json',
  kind: 'reference',
  matches: path => /(?:^|\/)\.vscode\/extensions\.json$|\.code-workspace$/.test(path),
  parse: text =>
    packageFile(extensionsJson, text, draft => {
      const document = readJsonc(draft);
      addExtensions(draft, document, ['recommendations']);
      addExtensions(draft, document, ['extensions', 'recommendations']);
    }),
};

/** Adds a list of `publisher.name` or `publisher.name@version`; `-publisher.name` takes one away. */
export function addExtensions(draft: Draft, document: Document, path: readonly string[]): void {
  let list: unknown = document.value;
  for (const step of path) list = fieldsOf(list)[step];
  for (const [index, one] of (Array.isArray(list) ? list : []).entries()) {
    const [, name, version] = /^([\w-]+\.[\w.-]+)(?:@([\w.+-]+))?$/.exec(typeof one === 'string' ? one : '') ?? [];
    if (!name || name.startsWith('-')) continue;
    const exact = version && /^\d/.test(version) ? { version } : {};
    draft.add(
      {
        ecosystem: 'VSCode',
        name: name.toLowerCase(),
        direct: true,
        ...exact,
        ...(version ? { requirement: version } : {}),
      },
      () => tokenIn(draft.text, document.place(...path, index)?.value, version ?? name),
    );
  }
}
