import { dangerIn, skipsPermission } from './dangers';
import { advice, type Look } from './look';

/** A program that a package or a hook starts by itself: whether it starts an AI agent that asks nobody, or fetches and runs something. */
export function lookAtScript(look: Look): void {
  // Programs have their words in lists: `spawn("claude", ["--flag"])` reads like a command line once quotes and commas are blanks.
  const { text } = look.file;
  let at = 0;
  for (const line of text.split('\n', 20_000)) {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    if (line.length > 4000) continue;
    const said = line.replace(/["'`,[\]()]+/g, ' ');
    const flag = skipsPermission(line) ?? skipsPermission(said);
    if (flag)
      look.finding('agent/postinstall-agent', span, `a script that runs by itself starts an AI agent with ${flag}`, {
        fix: advice('Do not install or open it; find out who wrote it'),
      });
    const danger = dangerIn(line);
    if (danger) look.finding('agent/shell-command', span, danger);
  }
}
