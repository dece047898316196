import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../loopback';
import { pipIn } from './peers';

const version = '1.12.1';

/** Another gateway, installed from its registry once and started before the same model; or why it can't be had. */
export async function startPeer(
  folder: string,
  upstream: string,
): Promise<{ name: string; url: string; child: ChildProcess } | { missing: string }> {
  const name = `llm-redact-proxy ${version}`;
  const binary = join(folder, 'venv', 'bin', 'llm-redact');
  try {
    const pip = pipIn(folder);
    if (!existsSync(binary))
      execFileSync(pip, ['install', '--quiet', `llm-redact-proxy==${version}`], { stdio: 'ignore' });
  } catch (error) {
    return { missing: `${name} could not be installed: ${String(error).split('\n')[0]}` };
  }
  const home = mkdtempSync(join(tmpdir(), 'lockside-peer-'));
  const config = join(home, 'config.toml');
  writeFileSync(config, `[providers.anthropic]\nupstream_base_url = "${upstream}"\n`);
  const port = await freePort();
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home };
  const child = spawn(binary, ['serve', '--config', config, '--port', String(port)], {
    env,
    cwd: home,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 150; i++) {
    await sleep(200);
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return { name, url, child };
  }
  child.kill();
  return { missing: `${name} did not start` };
}
