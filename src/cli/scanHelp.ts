/** What `lockside scan --help` says after its options. */
export const scanHelp = `
Exit codes: 0 clean; 1 findings at or above --fail-on; 2 a path that doesn't exist or can't be scanned at all, no file that
could be read, or wrong usage. Everything else is scanned even then. What can't be read further down is told and doesn't
change the code.

.gitignore files are respected; a path that is named is scanned even where it is ignored. Offsets count UTF-16 units.
--history looks at every content once, the oldest first: of all branches, tags, stashes and messages. A value is told once for
each file, with the commit that brought it and whether HEAD still has it. Paths limit it to files below them. With --archives
those in it are opened too. Archives of other kinds (bzip2, xz, zstd, 7z, rar) are told as not scanned, where archives are opened.
A finding is let go by "lockside.suppressions", or by a comment on its line or the line above:
  lockside:ignore <detector> <reason> [until YYYY-MM-DD]
  lockside:ignore-next-line <detector> <reason> [until YYYY-MM-DD]
What other scanners have accepted counts too, and their rules are applied (.gitleaks.toml, .gitleaksignore, .secretlintrc,
.secretlintignore, .secrets.baseline, comments such as gitleaks:allow), unless "lockside.foreignRules" is off; --verbose names
the files.`;
