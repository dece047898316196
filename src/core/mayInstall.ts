/** Whether a text may hold a command that fetches packages: hooks ask this before they load what reads one. */
export function mayInstall(text: string): boolean {
  return programs.test(text);
}

const programs =
  /(?<![\w-])(?:npm|pnpm|yarn|bunx?|deno|npx|pnpx|pip[\d.]*|uvx?|pipx|poetry|pdm|rye|pipenv|easy_install|conda|mamba|micromamba|pixi|cargo|go|gem|bundle|composer|dotnet|nuget|install-package|dart|flutter|mix|docker|podman|code(?:-insiders|-server)?|codium|cursor|windsurf|cabal|mvn)(?:\.(?:exe|cmd))?["']?\s+(?=[-+@\w"'])/i;
