import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { addCommands } from './commandEntries';
import { addExtensions } from './extensionsJson';
import { addImage } from './imageReference';
import { readJsonc } from './jsonDocument';
import { packageFile } from './packageFile';
import type { Document } from './places';

/** devcontainer.json: its image, its features (images too), the extensions that it installs, the commands that install packages. */
export const devcontainer: PackageFormat = {
  id: 'devcontainer.json',
  kind: 'reference',
  matches: path => /(?:^|\/)\.?devcontainer(?:-template)?\.json$/.test(path),
  parse: text =>
    packageFile(devcontainer, text, draft => {
      const document = readJsonc(draft);
      const file = fieldsOf(document.value);
      const image = textOf(file.image);
      if (image) addImage(draft, image, document.place('image')?.value, {});
      // A feature that is written as a path lies beside the file.
      for (const feature of Object.keys(fieldsOf(file.features)))
        if (!/^\.{0,2}\//.test(feature) && feature.includes('/'))
          addImage(draft, feature, document.place('features', feature)?.key, { member: 'features' });
      addExtensions(draft, document, ['customizations', 'vscode', 'extensions']);
      addExtensions(draft, document, ['extensions']);
      for (const key of hooks) for (const path of commandPaths(file[key], [key])) addHook(document, path);

      function addHook(from: Document, path: readonly (string | number)[]): void {
        const span = from.place(...path)?.value;
        if (span) addCommands(draft, text.slice(span.start, span.end), span.start);
      }
    }),
};

const hooks = ['initialize', 'onCreate', 'updateContent', 'postCreate', 'postStart', 'postAttach'].map(
  it => `${it}Command`,
);

/** A command is a text, or an object of several. Lists of words are left: they have no shell. */
function commandPaths(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return [path];
  return Object.entries(fieldsOf(value)).flatMap(([key, one]) => (typeof one === 'string' ? [[...path, key]] : []));
}
