import { InvalidArgumentError, Option } from 'commander';

/** `--max-file-size`, in megabytes or with a unit; gives bytes. */
export function sizeOption(
  text = 'the largest input that is scanned, in MB or with a unit: 20, 512kB, 1GB (default: the setting, else 5)',
): Option {
  return new Option('--max-file-size <size>', text).argParser(toBytes);
}

function toBytes(text: string): number {
  const [, number, unit = 'm'] = /^(\d+(?:\.\d+)?)\s*(k|m|g)?b?$/i.exec(text) ?? [];
  if (number === undefined || Number(number) === 0)
    throw new InvalidArgumentError('Give a size such as 20, 512kB or 1GB.');
  return Math.round(Number(number) * 1024 ** ({ k: 1, m: 2, g: 3 }[unit.toLowerCase()] ?? 2));
}
