import { version } from '../package.json';
import { type PackagesOptions, packagesCommand } from './cli/packagesCommand';

/** `lockside packages` without other options than a format. */
export interface PlainPackages {
  readonly paths: readonly string[];
  readonly format: PackagesOptions['format'];
}

/** Runs it, and leaves its code for the end of the process. */
export function runPackages({ paths, format }: PlainPackages): void {
  packagesCommand(paths, { format, failOn: 'warning', version }).then(
    code => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`lockside: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
