import { mayInstall } from '../../core/mayInstall';

/** What has to be known of a document to tell whether it could name packages. */
export interface Looked {
  /** With forward slashes. */
  readonly path: string;
  /** The editor's word for its language. */
  readonly language: string;
  getText(): string;
}

/** `file` where its name says that it's a manifest, a lockfile or the like; `words` where packages may stand in its text, `imports` in its code. */
export type NamesPackages = 'file' | 'words' | 'imports' | undefined;

/** Asked before anything that reads packages is loaded: a window without them never loads it. Lets more through than there is, never less. */
export function mayNamePackages({ path, language, getText }: Looked): NamesPackages {
  if (files.test(path)) return 'file';
  if (code.test(language)) {
    const text = getText();
    if (/^# \/\/\/ script|from_pretrained|load_dataset|hf_hub_download|snapshot_download|^[ \t]*[!%]\s?\w/m.test(text))
      return 'file';
    return /\bimport\b|\brequire\s*\(/.test(text) ? 'imports' : undefined;
  }
  return (words.test(language) || texts.test(path)) && mayInstall(getText()) ? 'words' : undefined;
}

const names = [
  ...['package\\.json', '[^/]*\\.lock', '[^/]*\\.(?:lock|deps)\\.json', '(?:\\.?package-lock|npm-shrinkwrap)\\.json'],
  ...['pnpm-(?:lock|workspace)[^/]*', 'shrinkwrap\\.yaml', '(?:deno|jsr)\\.jsonc?', 'import_?map\\.json'],
  ...['pyproject\\.toml', 'pylock[^/]*\\.toml', 'Pipfile', 'setup\\.cfg', '[^/]*(?:environment|conda)[^/]*\\.ya?ml'],
  ...[
    '[^/]*(?:requirement|constraint)[^/]*\\.(?:txt|in|pip)',
    'Cargo\\.toml',
    'go\\.(?:mod|work)',
    'pom\\.xml',
    '[^/]*\\.pom',
  ],
  ...['[^/]*\\.gradle(?:\\.kts)?', '[^/]*\\.lockfile', 'verification-metadata\\.xml', '[^/]*\\.versions\\.toml'],
  ...[
    'Gemfile',
    'gems\\.(?:rb|locked)',
    '[^/]*\\.gemspec',
    'composer\\.json',
    'packages\\.config',
    '[^/]*\\.(?:cs|fs|vb)proj',
  ],
  ...[
    '(?:Directory\\.(?:Packages|Build)|Packages)\\.(?:props|targets)',
    'mix\\.exs',
    'manifest\\.toml',
    'pubspec[^/]*',
  ],
  ...[
    '\\.?package\\.resolved',
    'Podfile',
    'conanfile\\.txt',
    'stack[^/]*\\.ya?ml',
    'cabal[^/]*',
    '[^/]*(?:docker|container)file[^/]*',
  ],
  ...[
    '[^/]*(?:compose|stack)[^/]*\\.ya?ml',
    '\\.?devcontainer[^/]*\\.json',
    '[^/]*\\.code-workspace',
    'action\\.ya?ml',
  ],
  ...['[^/]*mcp[^/]*\\.(?:json|toml)', '[^/]*\\.ipynb'],
];

const files = new RegExp(
  `(?:^|/)(?:${names.join('|')})$|(?:^|/)(?:requirements?/[^/]+$|\\.vscode/extensions\\.json$|\\.(?:github|gitea|forgejo)/workflows/|dependency-locks/)`,
  'i',
);
const code = /^(?:javascript|typescript)(?:react)?$|^(?:vue|svelte|astro|python|go)$/;
const words =
  /^(?:markdown|mdx|shellscript|powershell|bat|makefile|plaintext|restructuredtext|instructions|prompt|chatagent|skill|yaml)$/;
const texts = /\.(?:md|mdc|mdx|txt|rst|adoc|rules)$|(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules)$/;
