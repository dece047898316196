import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository made for one test. */
export interface TestRepository {
  readonly path: string;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Writes some files, adds whatever there is, and commits it on a day. */
  commit(message: string, files?: Readonly<Record<string, string | Uint8Array>>, day?: string): string;
  remove(): void;
}

/** Makes an empty repository, apart from the settings of whoever runs the tests. */
export function makeRepository(path = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-git-')))): TestRepository {
  const git = (...args: string[]) => run(path, args, {});
  const write = (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  let second = 0;
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'T');
  git('config', 'user.email', 't@example.com');
  return {
    path,
    git,
    write,
    commit(message, files = {}, day = '2024-01-02') {
      write(files);
      git('add', '-A');
      const date = `${day}T12:00:${String(second++ % 60).padStart(2, '0')}Z`;
      run(path, ['commit', '-q', '--allow-empty', '-m', message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
  const alone = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', args, { cwd, stdio: 'pipe', env: { ...process.env, ...alone, ...env } })
    .toString()
    .trim();
}
