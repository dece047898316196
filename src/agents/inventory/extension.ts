import { lookAtConfig } from './configFile';
import { field, textIn, textNodes } from './configTree';
import type { Look } from './look';

/** A VS Code extension: what it is, and which others it brings. */
export function lookAtExtension(look: Look): void {
  lookAtConfig(look, config => judgeExtension(config, config.root), { secretsWithin: () => [] });
}

/** Others of the same publisher and of VS Code itself are no matter; strangers that come with code which runs at once are. */
export function judgeExtension(look: Look, root: Parameters<typeof field>[0]): void {
  const publisher = textIn(field(root, 'publisher'))?.toLowerCase();
  const name = field(root, 'name');
  if (publisher === undefined || !name || !field(root, 'engines', 'vscode')) return;
  const version = textIn(field(root, 'version'));
  const title = `${publisher}.${textIn(name)}`;
  const item = look.item('extension', title, name.span, {
    origin: { kind: 'package', name: version ? `${title}@${version}` : title },
  });
  const activation = textNodes(field(root, 'activationEvents')).map(it => textIn(it));
  const atOnce = activation.some(it => it === '*' || it === 'onStartupFinished');
  for (const key of ['extensionDependencies', 'extensionPack'])
    for (const node of textNodes(field(root, key))) {
      const other = (textIn(node) ?? '').toLowerCase();
      if (other.startsWith(`${publisher}.`) || /^(?:vscode|ms-[\w-]+|github|redhat)\./.test(other)) continue;
      const how = atOnce ? ', and it runs by itself at every start' : '';
      look.finding(
        'agent/extension-pivot',
        node.span,
        `${title} installs ${other.slice(0, 80)} of another publisher without a word${how}`,
        { item, level: atOnce ? 'medium' : 'low' },
      );
    }
}
