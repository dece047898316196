/** What a file-system error means, in words, without the path and the call that its own message repeats. */
export function causeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : (causes[code] ?? code);
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a file stands where a folder has to be',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  ELOOP: 'a loop of symbolic links',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EIO: 'the disk gives an error',
};
