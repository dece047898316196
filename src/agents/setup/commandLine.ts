import { quoted } from '../../core/shell/quoted';

/**
 * The line that a client's shell runs for a hook. Clients let a prompt through on every exit code but 2, so whatever fails becomes 2,
 * the program's being gone included.
 */
export function hookLine(program: string, client: string, shell: 'sh' | 'powershell' | 'cmd'): string {
  switch (shell) {
    case 'sh':
      return `${quoted(program)} hook ${client} || exit 2`;
    case 'powershell':
      return `& '${program.replaceAll("'", "''")}' hook ${client}; if ($LASTEXITCODE -ne 0) { exit 2 }`;
    case 'cmd':
      return `"${program}" hook ${client} || exit /b 2`;
  }
}

/** Whether a line in a client's configuration is Lockside's hook for it, wherever Lockside stood when it was written. */
export function isHookLine(line: unknown, client: string): boolean {
  if (typeof line !== 'string') return false;
  const at = line.indexOf(` hook ${client}`);
  return (
    at > 0 &&
    /(?:lockside(?:\.cmd|\.exe)?|cli\.js)["']?$/.test(line.slice(0, at)) &&
    !/[\w-]/.test(line.charAt(at + 6 + client.length))
  );
}
