/** The files of other scanners that are read, relative to a workspace's root, by their formats. */
export const foreignFiles = {
  gitleaksConfig: ['.gitleaks.toml', '.github/gitleaks.toml', '.betterleaks.toml'],
  gitleaksIgnore: ['.gitleaksignore', '.betterleaksignore'],
  secretlintConfig: ['.secretlintrc', '.secretlintrc.json', '.secretlintrc.yml', '.secretlintrc.yaml'],
  secretlintIgnore: ['.secretlintignore'],
  secretsBaseline: ['.secrets.baseline'],
} as const;
