import type { FileAccess } from '../../core/agentPermissions';
import { anyLetters, isOpen, oneLetter, unknownText } from '../../core/shell/shellWord';
import type { Step } from './steps';

/** A path that a command would use, and how. `sure`: its program is known to show or change it. */
export interface FileUse {
  readonly path: string;
  readonly access: FileAccess;
  readonly sure: boolean;
}

/** What is on the disk, as far as wildcards and links need it. */
export interface Disk {
  /** Names in a folder, 1,000 at most; none where there is no such folder. */
  list(folder: string): readonly string[];
  exists(path: string): boolean;
}

/** What a program does to files that its words name. `folder` is the one that it works in, relative or absolute. */
export function fileUses(step: Step, folder: string, disk: Disk): FileUse[] {
  const uses: FileUse[] = [];
  const add = (texts: readonly string[], access: FileAccess, sure: boolean, parts = true) => {
    for (const text of texts)
      for (const candidate of parts ? candidates(text) : [text])
        for (const path of onDisk(candidate, folder, disk))
          uses.push({ path, access: access === 'edit' && !disk.exists(path) ? 'write' : access, sure });
  };
  for (const texts of step.reads) add(texts, 'read', true, false);
  for (const texts of step.writes) add(texts, 'edit', true, false);
  const flat = step.args.flat();
  if (step.input !== undefined && (step.program === 'cpio' || flat.some(text => /^(?:-T|--files-from)/.test(text))))
    add(step.input.split(/\s+/).slice(0, 200), 'read', true);
  for (const texts of readArguments(step)) add(texts, 'read', showers.test(step.program) || step.code !== undefined);
  for (const texts of step.args.filter(([text = '']) => /^(?:--include|--glob|-g|--iglob)(?:=|$)/.test(text) || false))
    add(texts.map(loose), 'read', true);
  for (const { texts, access } of writtenArguments(step, flat)) add(texts, access, true, false);
  if (step.code !== undefined) {
    const changes = writesInCode.test(step.code);
    for (const text of stringsIn(step.code)) {
      add([loose(text)], 'read', true);
      if (changes) add([text], 'edit', true);
    }
  }
  return uses;
}

/** Programs that name files without showing what stands in them, or only use it. */
const quiet =
  /^(?:echo|printf|ls|ll|la|dir|stat|test|\[|\[\[|touch|mkdir|chmod|chown|chgrp|realpath|readlink|dirname|basename|file|du|df|wc|which|whereis|sha\d*sum|md5sum|md5|shasum|cksum|rm|unlink|rmdir|shred|trash|cd|pushd|popd|source|\.|docker|docker-compose|podman|nerdctl|export|unset|set|alias|declare|local|readonly|kill|pkill|code|cursor|open|xdg-open|explorer|start|make|dotenv|dotenvx|env-cmd|direnv|env|sudo|xargs|parallel|find|fd|fdfind|tree|eza|exa|locate|get-childitem|gci|test-path|remove-item|ri|rd|del|erase|new-item|ni|md|resolve-path|get-item|gi|npm|pnpm|yarn|npx|bunx|pnpx|uvx|nohup|time|timeout|eval|command|exec|ssh|true|false|:|for|case|pytest|cargo|go|gradle|gradlew|mvn|dotnet|swift|flutter|rails|rake|truncate|install-module|gh|glab|kubectl|helm|terraform|tofu|systemctl|service|lsof|watch|su|mktemp|sleep|type|hash|return|exit|break|continue|shift|jest|vitest|tsc|foreman|heroku|vercel|fly|flyctl|railway|netlify|wrangler|op|doppler|ssh-add|ssh-keygen|chattr|lsattr|setfacl|getfacl|mount|umount|nice|tmux|screen|detect-secrets|gitleaks|trufflehog|lockside|nix|flock|wait|trap|sed-i|in|supervisord|uvicorn|gunicorn|celery|php-fpm|nginx|caddy|pm2|nodemon|concurrently|turbo|nx|lerna|serverless|sls|sam|cdk|ansible|ansible-playbook|vault|sops|age|attrib|icacls|bash|sh|zsh|dash|ksh|fish|pwsh|powershell|cmd|wsl|nix-shell)$/;

/** Programs that are known to show, copy or send what stands in a file. */
const showers =
  /^(?:cat|bat|batcat|less|more|most|head|tail|tac|nl|view|vim?|nvim|nano|emacs|ed|ex|od|xxd|hexdump|hd|strings|grep|egrep|fgrep|zgrep|rg|ripgrep|ag|ack|sed|awk|gawk|mawk|cut|sort|uniq|tr|rev|paste|join|comm|diff|sdiff|colordiff|delta|cmp|base64|base32|uuencode|openssl|gpg|zip|tar|bsdtar|gzip|bzip2|xz|zstd|7z|7za|rar|ar|cpio|pax|cp|mv|ln|scp|rsync|sftp|ftp|curl|wget|http|https|xh|nc|ncat|netcat|socat|tee|dd|install|jq|yq|dasel|fold|fmt|pr|column|look|shuf|split|csplit|envsubst|m4|iconv|expand|unexpand|mapfile|readarray|read|pbcopy|xclip|xsel|clip|wl-copy|get-content|gc|type|select-string|sls|copy-item|copy|cpi|xcopy|robocopy|move-item|move|mi|compress-archive|format-hex|import-csv|python[\d.]*|node|perl|ruby|php|deno|bun|git|mail|mailx|sendmail|aws|gsutil|gcloud|az|rclone|s3cmd|mc|croc|wormhole|transfer|nl|pv|sponge|ccat|glow|mdcat|lolcat|busybox|rst2html|pandoc|enscript|a2ps|lp|lpr|qrencode|convert|magick|xmllint|prettier|dos2unix|findstr|expand|certutil|finger|date|tput|dialog|whiptail|notify-send|osascript|say|espeak|readelf|objdump|ld|gcc|cc|clang|g\+\+|make-|bc|units|ptx|tsort|numfmt|sum|zcat|gzcat|bzcat|xzcat|zless|source-highlight|highlight|pygmentize|vimdiff|icdiff|patch|ul|rlwrap)$/;

/** git's own commands that show no content. */
const quietGit =
  /^(?:add|rm|mv|status|check-ignore|check-attr|ls-files|ls-tree|restore|checkout|switch|update-index|commit|tag|branch|push|pull|fetch|clone|init|config|remote|rev-parse|rev-list|reset|stash|merge|rebase|cherry-pick|clean|worktree|submodule|describe|reflog|sparse-checkout|gc|fsck|bisect|lfs|hash-object|ls-remote|log|shortlog|filter-branch|filter-repo|untrack|unstage)$/;

function readArguments({ program, args, code }: Step): (readonly string[])[] {
  if (program === 'git') return gitArguments(args);
  if (program === 'xargs') return args.filter((_, at) => /^(?:-a|--arg-file)$/.test(args[at - 1]?.[0] ?? ''));
  if (/^(?:docker|podman|kubectl)$/.test(program) && args[0]?.[0] === 'cp') return args.slice(1, -1);
  if (program === 'gh') return /^(?:gist|release)$/.test(args[0]?.[0] ?? '') ? args.slice(2) : [];
  if (program === 'type') return args.some(([text = '']) => /[./\\]/.test(text)) ? [...args] : [];
  if (program === 'date')
    return args.filter(
      (_, at) => /^-f|^--file/.test(args[at - 1]?.[0] ?? '') || /^(?:-f.|--file=)/.test(args[at]?.[0] ?? ''),
    );
  if (quiet.test(program) || program === '') return [];
  if (code !== undefined && !/awk$|^(?:vim?|nvim|ex|jq)$/.test(program))
    return args.filter(([text = '']) => !/[\s(;]/.test(text));
  if (/^(?:node|nodejs|deno|bun|tsx|ts-node)$/.test(program))
    return args.filter(([text = '']) => !text.startsWith('--env-file') && text !== '');
  if (/^(?:e|f|z)?grep$|^(?:rg|ripgrep|ag|ack|findstr|select-string|sls)$/.test(program)) return behindPattern(args);
  if (/^(?:sed|[gm]?awk|jq|yq|tr|perl)$/.test(program)) return behindPattern(args);
  if (/^(?:cp|mv|ln|install|copy|copy-item|move|move-item|cpi|mi|xcopy|robocopy|rsync|scp)$/.test(program))
    return sources(args);
  return [...args];
}

/** The first word without a dash is a pattern or a script, unless an option has given one. */
function behindPattern(args: readonly (readonly string[])[]): (readonly string[])[] {
  const given = args.some(([text = '']) =>
    /^(?:-[a-zA-Z]*[ef]|--regexp|--file|--expression|--pattern|-Pattern)(?:=|$)/.test(text),
  );
  const from = given
    ? -1
    : args.findIndex(([text = ''], at) => !text.startsWith('-') && !optionWithValue.test(args[at - 1]?.[0] ?? ''));
  return args.filter(([text = ''], at) => {
    if (at === from) return false;
    const before = args[at - 1]?.[0] ?? '';
    if (/^(?:-[a-zA-Z]*e|--regexp|--expression|-A|-B|-C|-m|-t|-T|--type|-n)$/.test(before) && !/[/\\.]env/.test(text))
      return /^-/.test(text);
    if (/^(?:-g|--glob|--iglob|--include|--exclude|--exclude-dir)$/.test(before))
      return !text.startsWith('!') && !/exclude/.test(before);
    return !/^(?:--exclude|--exclude-dir|-g!|--glob=!|--ignore)/.test(text) && !/^!/.test(text);
  });
}

const optionWithValue =
  /^(?:-[gtTABCmjM]|--(?:glob|iglob|include|exclude|exclude-dir|type|type-not|max-count|context|threads|max-depth|sort|color))$/;

/** What is copied over a file of the same kind stays as well kept as it was. */
function sources(args: readonly (readonly string[])[]): (readonly string[])[] {
  const plain = args.filter(
    ([text = ''], at) => !text.startsWith('-') && !/^-[iFPoeJlcSD]$/.test(args[at - 1]?.[0] ?? ''),
  );
  return plain.length > 1 ? plain.slice(0, -1) : plain;
}

function gitArguments(args: readonly (readonly string[])[]): (readonly string[])[] {
  const flat = args.map(([text = '']) => text);
  const at = flat.findIndex(
    (text, i) => !text.startsWith('-') && !/^(?:-C|-c|--git-dir|--work-tree)$/.test(flat[i - 1] ?? ''),
  );
  const command = flat[at] ?? '';
  const rest = args.slice(at + 1);
  const shows =
    !quietGit.test(command) ||
    (/^(?:log|reflog)$/.test(command) && flat.some(text => /^(?:-p|-u|--patch|-L.*|--follow|-G.*|-S.*)$/.test(text))) ||
    (command === 'stash' && flat.includes('show'));
  if (!shows)
    return command === 'hash-object' || command === 'config'
      ? rest.filter(([text = '']) => /^(?:-f|--file)/.test(text))
      : [];
  return command === 'grep' ? behindPattern(rest) : [...rest];
}

interface Written {
  readonly texts: readonly string[];
  readonly access: FileAccess;
}

function writtenArguments({ program, args }: Step, flat: readonly string[]): Written[] {
  const plain = args.filter(([text = '']) => !text.startsWith('-'));
  const last = plain.length > 1 ? plain.slice(-1) : [];
  const all =
    (access: FileAccess) =>
    (texts: readonly string[]): Written => ({ texts, access });
  const valuesBehind = (option: RegExp) => args.filter((_, at) => option.test(args[at - 1]?.[0] ?? ''));
  switch (program) {
    case 'tee':
    case 'sponge':
    case 'truncate':
    case 'ed':
    case 'ex':
    case 'set-content':
    case 'sc':
    case 'add-content':
    case 'ac':
    case 'out-file':
    case 'clear-content':
    case 'tee-object':
    case 'chmod':
    case 'chattr':
    case 'nano':
    case 'patch':
    case 'dos2unix':
      return plain.map(all('edit'));
    case 'rm':
    case 'unlink':
    case 'shred':
    case 'trash':
    case 'rmdir':
    case 'rimraf':
    case 'remove-item':
    case 'ri':
    case 'rd':
    case 'del':
    case 'erase':
    case 'new-item':
    case 'ni':
    case 'touch':
    case 'rename-item':
    case 'rni':
    case 'ren':
    case 'rename':
      return plain.map(all('write'));
    case 'mv':
    case 'move':
    case 'move-item':
    case 'mi':
      return [...plain.slice(0, -1).map(all('write')), ...last.map(all('edit'))];
    case 'cp':
    case 'copy':
    case 'copy-item':
    case 'cpi':
    case 'install':
    case 'rsync':
    case 'scp':
    case 'ln':
    case 'mklink':
      return [...last.map(all('edit')), ...valuesBehind(/^(?:-t|--target-directory)$/).map(all('edit'))];
    case 'sed':
      return flat.some(text => /^-[a-zA-Z]*i|^--in-place/.test(text))
        ? behindPattern(args).map(all('edit'))
        : scriptWrites(flat);
    case 'perl':
    case 'ruby':
      return flat.some(text => /^-[a-z]*i/.test(text)) ? plain.slice(1).map(all('edit')) : [];
    case 'yq':
    case 'dasel':
    case 'crudini':
    case 'awk':
    case 'gawk':
      return flat.some(text => /^(?:-i|--in-?place|inplace|-iinplace|--set)$/.test(text)) ? plain.map(all('edit')) : [];
    case 'prettier':
    case 'biome':
    case 'eslint':
      return [];
    case 'dd':
      return args.flatMap(texts =>
        texts.filter(text => text.startsWith('of=')).map(text => ({ texts: [text.slice(3)], access: 'edit' as const })),
      );
    case 'curl':
      return valuesBehind(/^(?:-[a-zA-Z]*o|--output)$/).map(all('edit'));
    case 'wget':
      return valuesBehind(/^(?:-[a-zA-Z]*O|--output-document)$/).map(all('edit'));
    case 'invoke-webrequest':
    case 'iwr':
      return valuesBehind(/^-OutFile$/i).map(all('edit'));
    case 'git':
      return /^(?:rm|mv)$/.test(flat[0] ?? '') ? plain.slice(1).map(all('write')) : [];
    default:
      return [];
  }
}

/** `w file` in a script of sed. */
function scriptWrites(flat: readonly string[]): Written[] {
  return flat.flatMap(text => {
    const [, file] = /(?:^|[;/\d$])w\s+(\S+)$/.exec(text) ?? [];
    return file === undefined ? [] : [{ texts: [file], access: 'edit' as const }];
  });
}

const writesInCode =
  /\bopen\s*\([^)]*,\s*(?:mode\s*=\s*)?['"][rwaxb+]*[wax+]|\bwrite(?:_text|_bytes|File|FileSync|Sync)?\b|append(?:File|_text)|\.unlink|\bunlink|os\.(?:remove|rename|replace|symlink)|shutil\.(?:move|copy|rmtree)|rmSync|renameSync|copyFile|File\.(?:write|delete|rename|open\([^)]*,\s*['"][wa])|file_put_contents|Set-Content|>\s*['"]|\bprint\s*>|:w\b|\bdump\s*\(/;

/** What stands in quotes in a piece of code, and words that look like paths. */
function stringsIn(code: string): string[] {
  const quoted = Array.from(code.matchAll(/(['"`])((?:(?!\1)[^\n]){1,300})\1/g), ([, , text = '']) => text);
  const bare = code.match(/[\w~.*?/\\-]*[./][\w.*?/\\-]+/g) ?? [];
  return [...new Set([...quoted, ...quoted.flatMap(text => text.split(/\s+/)), ...bare])].slice(0, 1_000);
}

/** Wildcards that a program itself looks up. */
function loose(text: string): string {
  return text.replaceAll('*', anyLetters).replaceAll('?', oneLetter);
}

/** The paths that a word may name: itself, behind `=`, `@`, `:`, a short option's letter, or `file://`. */
function candidates(word: string): string[] {
  if (word === '' || word.length > 4096) return [];
  const plain = word.replace(/^file:\/{2,3}(?=[^/]|\/)/i, '/').replace(/^\/\/+/, '/');
  const parts = [plain.startsWith('-') ? '' : plain];
  if (/^-[A-Za-z][^-=]/.test(plain)) parts.push(plain.slice(2));
  for (const separator of ['=', '@', ':', ','])
    if (plain.includes(separator))
      parts.push(
        ...plain
          .split(separator)
          .slice(separator === ',' ? 0 : 1)
          .slice(0, 20),
      );
  return [...new Set(parts.flatMap(part => (/^[=@<]/.test(part) ? [part.slice(1)] : [part])))]
    .map(part => part.replace(/^['"]|['"]$/g, ''))
    .filter(part => part !== '' && !/^\d+$/.test(part) && !/[\n\0]/.test(part));
}

/** What a word with wildcards is on the disk; of one that is known in part, the part that ends it. */
function onDisk(word: string, folder: string, disk: Disk): readonly string[] {
  const plain = normal(word);
  if (!isOpen(plain)) return [within(folder, plain)];
  if (plain.includes(unknownText)) {
    const known = plain.split(unknownText);
    const tail = known.at(-1)!;
    const piece = tail.includes('/')
      ? tail.slice(tail.indexOf('/') + 1)
      : tail === ''
        ? (known[0] ?? '').replace(/\/$/, '')
        : '';
    return piece === '' || isOpen(piece) ? [] : [within(folder, piece)];
  }
  let places = [plain.startsWith('/') ? '/' : folder];
  for (const name of plain.split('/').filter(part => part !== '' && part !== '.')) {
    places = places
      .flatMap(place =>
        isOpen(name)
          ? disk
              .list(place)
              .filter(matcher(name))
              .map(one => within(place, one))
          : [within(place, name)],
      )
      .slice(0, 500);
  }
  return places;
}

function matcher(name: string): (file: string) => boolean {
  const text = name
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(anyLetters, '[^/]*')
    .replaceAll(oneLetter, '[^/]');
  const expression = new RegExp(`^${text.replace(/(?:\[\^\/\]\*){2,}/g, '[^/]*').slice(0, 400)}$`, 'i');
  const hidden = !/^[.[]/.test(name) && !name.startsWith('\\.');
  return file => !(hidden && file.startsWith('.') && name.startsWith(anyLetters)) && expression.test(file);
}

/** Linux shows a process's folder and root as files. */
function normal(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/proc\/(?:self|thread-self|\d+|\uE000)\/(?:task\/[^/]+\/)?cwd\//, './')
    .replace(/^\/proc\/(?:self|thread-self|\d+|\uE000)\/(?:task\/[^/]+\/)?root\//, '/')
    .replace(/::\$DATA$/i, '')
    .replace(/(?<=[\w])[. ]+$/, '');
}

function within(folder: string, path: string): string {
  if (/^(?:\/|~|[A-Za-z]:)/.test(path)) return path;
  return folder === '' || folder === '.' ? path : `${folder.replace(/\/$/, '')}/${path}`;
}
