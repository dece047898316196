import type { Ecosystem } from '../../core/packages';
import {
  colonSpec,
  composerSpec,
  crateSpec,
  denoSpec,
  extensionSpec,
  goSpec,
  imageSpec,
  mavenSpec,
  npmSpec,
  pypiSpec,
  type ReadSpec,
} from './specs';

/** How one subcommand of a package manager names packages. */
export interface Installer {
  readonly ecosystem: Ecosystem;
  readonly read: ReadSpec;
  readonly how: 'install' | 'run';
  /** Options whose value is the next word, and no package. */
  readonly values: ReadonlySet<string>;
  /** Options whose value is a package; for `run` they take the place of the first word. */
  readonly packages?: ReadonlySet<string>;
  /** Options that say which registry is asked; they are among `values`. */
  readonly registries?: ReadonlySet<string>;
  /** Options with which the packages come from somewhere else. */
  readonly elsewhere?: ReadonlySet<string>;
  /** `create x` fetches `create-x`. */
  readonly creates?: boolean;
  /** What the packages come from, where it is no registry of the ecosystem's own. */
  readonly registry?: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const npmValues = set(
  '--registry --prefix -C --dir --cwd -w --workspace --filter -F --tag --omit --include --cache --userconfig --loglevel --install-strategy --save-prefix --before --cpu --os --libc --otp -c --call --shell --backend --config --depth --store-dir --network-concurrency --allow-build',
);
const npm = {
  ecosystem: 'npm',
  read: npmSpec,
  how: 'install',
  values: npmValues,
  registries: set('--registry'),
} as const;
/** Where `-w` and `-F` say something of pnpm's and bun's own. */
const pnpm = { ...npm, values: new Set([...npmValues].filter(it => it !== '-w' && it !== '--workspace')) } as const;
const npx = { ...npm, how: 'run', packages: set('-p --package') } as const;
const pnpmDlx = { ...npx, values: pnpm.values } as const;
const create = { ...npx, creates: true } as const;

const pip = {
  ecosystem: 'PyPI',
  read: pypiSpec,
  how: 'install',
  values: set(
    '-r --requirement --requirements -c --constraint --constraints -e --editable -i --index-url --extra-index-url --index --default-index -f --find-links -t --target --prefix --root --python-version --platform --implementation --abi --proxy --timeout --retries --cert --client-cert --trusted-host --cache-dir --log --progress-bar --src --upgrade-strategy --no-binary --only-binary --report -C --config-settings --config-setting --global-option --exists-action --root-user-action -p --python --extra -E --extras --group -G --optional --tag --rev --branch --package --source --marker --suffix --env -n --name --pip-args --directory --project -d --exclude-newer --override --resolution --link-mode --keyring-provider',
  ),
  registries: set('-i --index-url --extra-index-url --index --default-index --source'),
  packages: set('--with'),
} as const;
const pipRun = { ...pip, how: 'run', packages: set('--from --spec --with') } as const;
const conda = {
  ...pip,
  registry: 'conda',
  values: set('-n --name -p --prefix -c --channel --file --solver --repodata-fn --subdir --platform'),
} as const;

const cargo = {
  ecosystem: 'crates.io',
  read: crateSpec,
  how: 'install',
  values: set(
    '--version --vers --features -F --git --path --branch --tag --rev --registry --index --root --target --target-dir --bin --example --profile -p --package --manifest-path --rename -j --jobs --config --base --color',
  ),
  registries: set('--registry --index'),
  elsewhere: set('--git --path'),
} as const;
const go = {
  ecosystem: 'Go',
  read: goSpec,
  how: 'install',
  values: set('-C -o -p -ldflags -tags -gcflags -mod -modfile -overlay -asmflags -buildmode'),
} as const;
const gem = {
  ecosystem: 'RubyGems',
  read: colonSpec,
  how: 'install',
  values: set(
    '-v --version -s --source -i --install-dir -n --bindir -P --trust-policy --platform -g --group --git --github --path --branch --ref --glob --require',
  ),
  registries: set('-s --source'),
  elsewhere: set('--git --github --path'),
} as const;
const composer = {
  ecosystem: 'Packagist',
  read: composerSpec,
  how: 'install',
  values: set('-d --working-dir --repository --stability -s --ignore-platform-req --prefer-install'),
  registries: set('--repository'),
} as const;
const nuget = {
  ecosystem: 'NuGet',
  read: colonSpec,
  how: 'install',
  values: set(
    '-v --version -version -f --framework -framework -s --source -source --package-directory -n --tool-path --add-source --configfile -outputdirectory -projectname',
  ),
  registries: set('-s --source -source --add-source'),
} as const;
const pub = {
  ecosystem: 'Pub',
  read: colonSpec,
  how: 'install',
  values: set('--path --git-url --git-ref --git-path --hosted-url --sdk -C --directory'),
  registries: set('--hosted-url'),
  elsewhere: set('--path --git-url --sdk'),
} as const;
const hex = {
  ecosystem: 'Hex',
  read: colonSpec,
  how: 'install',
  values: set('--repo --organization --sha512'),
} as const;
const image = { ecosystem: 'Docker', read: imageSpec, how: 'install', values: set('--platform') } as const;
const extension = {
  ecosystem: 'VSCode',
  read: extensionSpec,
  how: 'install',
  values: set('--extensions-dir --user-data-dir --profile'),
  packages: set('--install-extension'),
} as const;
const cabal = {
  ecosystem: 'Hackage',
  read: colonSpec,
  how: 'install',
  values: set('-w --with-compiler --installdir'),
} as const;

/** By the words that a command begins with, the longest first; `…` stands for any one word. */
const commands: readonly (readonly [string, Installer])[] = [
  ...each(
    'npm',
    'install i in ins inst insta instal isnt isnta isntal isntall add install-test it update up upgrade',
    npm,
  ),
  ...each('npm', 'exec x', npx),
  ...each('npm', 'create init innit', create),
  ...each('pnpm', 'add install i update up', pnpm),
  ...each('pnpm', 'dlx', pnpmDlx),
  ...each('pnpm', 'create', { ...create, values: pnpm.values }),
  ...each('yarn', 'add upgrade up', npm),
  ['yarn global add', npm],
  ['yarn workspace … add', npm],
  ...each('yarn', 'dlx', npx),
  ...each('yarn', 'create', create),
  ...each('bun', 'add install i a update', pnpm),
  ...each('bun', 'x', pnpmDlx),
  ...each('bun', 'create c', { ...create, values: pnpm.values }),
  ...['npx', 'pnpx', 'bunx'].map((name): [string, Installer] => [name, npx]),
  ...each('deno', 'add install i', { ...npm, read: denoSpec }),
  ...each('deno', 'run', { ...npx, read: denoSpec }),
  ...each('pip', 'install download wheel', pip),
  ...each('uv', 'add', pip),
  ['uv pip install', pip],
  ['uv tool install', pip],
  ['uv tool run', pipRun],
  ['uvx', pipRun],
  ...each('pipx', 'install upgrade', pip),
  ['pipx inject …', pip],
  ['pipx run', pipRun],
  ...each('poetry', 'add', pip),
  ...each('pdm', 'add', pip),
  ...each('rye', 'add install', pip),
  ...each('pipenv', 'install', pip),
  ['easy_install', pip],
  ...['conda', 'mamba', 'micromamba', 'pixi'].flatMap(name =>
    each(name, name === 'pixi' ? 'add' : 'install create', conda),
  ),
  ...each('cargo', 'add install binstall', cargo),
  ...each('go', 'get install', go),
  ...each('go', 'run', { ...go, how: 'run' }),
  ...each('gem', 'install i', gem),
  ['bundle add', gem],
  ...each('composer', 'require req create-project', composer),
  ['composer global require', composer],
  ['dotnet add package', nuget],
  ['dotnet add … package', nuget],
  ['dotnet package add', nuget],
  ['dotnet tool install', nuget],
  ['dotnet tool update', nuget],
  ['nuget install', nuget],
  [
    'install-package',
    { ...nuget, values: set('-version -source -projectname -providername -name'), packages: set('-name -id') },
  ],
  ['dart pub add', pub],
  ['flutter pub add', pub],
  ['dart pub global activate', pub],
  ['mix archive.install hex', hex],
  ['mix escript.install hex', hex],
  ['mix igniter.install', hex],
  ['docker pull', image],
  ['docker image pull', image],
  ['podman pull', image],
  ...['code', 'code-insiders', 'codium', 'cursor', 'windsurf', 'code-server'].map((name): [string, Installer] => [
    name,
    extension,
  ]),
  ...each('cabal', 'install', cabal),
  [
    'mvn dependency:get',
    { ecosystem: 'Maven', read: mavenSpec, how: 'install', values: new Set(), packages: set('-dartifact') },
  ],
];

function each(program: string, subcommands: string, installer: Installer): [string, Installer][] {
  return subcommands.split(' ').map(name => [`${program} ${name}`, installer]);
}

const byProgram = new Map<string, { readonly words: readonly string[]; readonly installer: Installer }[]>();
for (const [phrase, installer] of commands) {
  const words = phrase.split(' ');
  byProgram.set(words[0]!, [...(byProgram.get(words[0]!) ?? []), { words, installer }]);
}

/** The programs that install packages, by the names without a path, `.exe` and version. */
export function isInstaller(program: string): boolean {
  return byProgram.has(program);
}

/** What a command that begins with these words installs by, and how many of the words say so. */
export function installerOf(words: readonly string[]): { installer: Installer; length: number } | undefined {
  const [program = '', ...rest] = words;
  const found = (byProgram.get(program) ?? [])
    .filter(({ words: [, ...wanted] }) =>
      wanted.every((word, index) => (word === '…' ? rest[index] : word === rest[index])),
    )
    .sort((a, b) => b.words.length - a.words.length)[0];
  return found && { installer: found.installer, length: found.words.length };
}
