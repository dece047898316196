import { printable } from '../core/printable';
import { write } from '../io/output';

/** Says on standard error why a command can't go on; gives its exit code. */
export async function complain(message: string): Promise<2> {
  await tell(message);
  return 2;
}

/** Says something on standard error, so that standard output stays what was asked for. It is one line, whatever the message holds. */
export async function tell(message: string): Promise<void> {
  await write(process.stderr, `lockside: ${printable(message)}\n`);
}
