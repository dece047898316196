import { Option } from 'commander';

/** `--format`, of what tells findings; the first choice is the default. */
export function formatOption(choices: readonly string[] = ['text', 'json', 'jsonl', 'sarif']): Option {
  return new Option('--format <format>', 'how to report').choices(choices).default(choices[0]);
}

/** `--fail-on`: a severity. `does` says what one as severe comes to. */
export function failOnOption(does = 'exits with 1'): Option {
  return new Option('--fail-on <severity>', `the least severity that ${does}`)
    .choices(['error', 'warning', 'information'])
    .default('warning');
}
