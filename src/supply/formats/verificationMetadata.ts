import type { PackageFormat } from '../../core/packages';
import { packageFile } from './packageFile';
import { childAt, childrenOf, readXml, type XmlElement } from './xmlDocument';

/** gradle/verification-metadata.xml: the checksums that Gradle asks of each component. */
export const verificationMetadata: PackageFormat = {
  id: 'verification-metadata.xml',
  kind: 'lockfile',
  matches: path => /(?:^|\/)gradle\/verification-metadata\.xml$/.test(path),
  parse: text =>
    packageFile(verificationMetadata, text, draft => {
      for (const component of childrenOf(childAt(readXml(draft), 'components'), 'component')) {
        const [group, name, version] = ['group', 'name', 'version'].map(it => component.attributes.get(it));
        if (!group?.value || !name?.value || !version?.value) continue;
        draft.add(
          {
            ecosystem: 'Maven',
            name: `${group.value}:${name.value}`,
            version: version.value,
            ...checksumOf(component),
          },
          version.span,
        );
      }
    }),
};

/** That of the first artifact, which is the strongest that it has. */
function checksumOf(component: XmlElement): { integrity?: string } {
  const artifact = childAt(component, 'artifact');
  for (const kind of ['sha512', 'sha256', 'sha1', 'md5']) {
    const value = childAt(artifact, kind)?.attributes.get('value')?.value;
    if (value) return { integrity: `${kind}:${value}` };
  }
  return {};
}
