/** Whether a folder is a whole disk, a home or all homes, or where a system or a person's keys lie. */
export function isWideFolder(folder: string): boolean {
  const path =
    folder
      .trim()
      .replace(/^["']|["']$/g, '')
      .replace(/(?<=.)[\\/]+(?:\*{1,2})?$/, '') || folder.trim();
  return wide.test(path) || wide.test(folder.trim());
}

const wide =
  /^(?:\/|\/\*{1,2}|\/\/\*{0,2}|[A-Za-z]:[\\/]*|~|~[\\/]\*{0,2}|\$HOME|\$\{(?:env:)?(?:HOME|USERPROFILE|userHome)\}|%(?:USERPROFILE|HOMEDRIVE|SYSTEMDRIVE|HOMEPATH)%|\{env:HOME\}|\/(?:home|Users|root|etc|var|usr|opt|mnt|Volumes)|\/(?:home|Users)\/[^/\\]+|[A-Za-z]:[\\/]+Users(?:[\\/]+[^\\/]+)?|(?:~|\$HOME|\$\{(?:env:)?HOME\}|\/(?:home|Users)\/[^/]+|\/root)\/\.(?:ssh|aws|gnupg|config|kube|docker))$/i;
