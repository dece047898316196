import type { Table } from '../../core/untyped';
import { FormatFault } from '../formats/packageFile';
import { childAt, childrenOf, readXml, textAt, type XmlElement } from '../formats/xmlDocument';

/** A document in XML, as JSON would have it: of the elements that are read here. */
export function readCycloneDxXml(text: string): Table {
  // Half a bill must not look like a whole one.
  const fault = (message: string): never => {
    throw new FormatFault(message);
  };
  const source = { text, fault };
  const root = readXml(source);
  if (root.name !== 'bom') throw new FormatFault('is no CycloneDX document');
  const dependencies = childrenOf(childAt(root, 'dependencies'), 'dependency');
  return {
    bomFormat: 'CycloneDX',
    metadata: { component: xmlComponent(childAt(root, 'metadata', 'component')) },
    components: childrenOf(childAt(root, 'components'), 'component').map(xmlComponent),
    dependencies: dependencies.map(one => ({
      ref: one.attributes.get('ref')?.value,
      dependsOn: childrenOf(one, 'dependency').flatMap(it => it.attributes.get('ref')?.value ?? []),
    })),
  };
}

function xmlComponent(element: XmlElement | undefined): Table {
  const text = (...names: string[]) => textAt(element, ...names)?.value;
  const licences = childAt(element, 'licenses')?.children ?? [];
  return {
    ...{ name: text('name'), group: text('group'), version: text('version') },
    ...{ purl: text('purl'), scope: text('scope'), 'bom-ref': element?.attributes.get('bom-ref')?.value },
    hashes: childrenOf(childAt(element, 'hashes'), 'hash').map(hash => ({
      alg: hash.attributes.get('alg')?.value,
      content: hash.text.value,
    })),
    licenses: licences.map(one =>
      one.name === 'expression'
        ? { expression: one.text.value }
        : { license: { id: textAt(one, 'id')?.value, name: textAt(one, 'name')?.value } },
    ),
    components: childrenOf(childAt(element, 'components'), 'component').map(xmlComponent),
  };
}
