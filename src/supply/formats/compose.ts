import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { addImage, withVariables } from './imageReference';
import { addModels } from './modelReferences';
import { packageFile } from './packageFile';
import { readYaml } from './yamlDocument';

/** Docker Compose: the images of services, with the defaults of variables put in, and the models that they serve. */
export const compose: PackageFormat = {
  id: 'compose',
  kind: 'reference',
  matches: path =>
    /(?:^|\/)(?:docker-)?(?:compose|stack)(?:[.-][\w.-]+)?\.ya?ml$/.test(path) &&
    !/(?:^|\/)stack[\w.-]*\.yaml$/.test(path),
  parse: text =>
    packageFile(compose, text, draft => {
      const document = readYaml(draft);
      const [file] = Array.isArray(document.value) ? document.value : [];
      for (const [service, value] of Object.entries(fieldsOf(fieldsOf(file).services))) {
        const facts = fieldsOf(value);
        const written = textOf(facts.image);
        // What is built here is named here: it comes from nowhere.
        if (!written || facts.build !== undefined) continue;
        const image = withVariables(written, () => undefined);
        const span = document.place(0, 'services', service, 'image')?.value;
        const name = /^([^$:@]+)[:@]\$/.exec(written)?.[1];
        if (image !== undefined || name)
          addImage(draft, image ?? name ?? '', span, { member: service }, image !== written);
      }
      addModels(draft, 'yaml');
    }),
};
