import { InvalidArgumentError, Option } from 'commander';

/** An option that takes a whole number above zero. */
export function countOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(text => {
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number above zero.');
    return Number(text);
  });
}
