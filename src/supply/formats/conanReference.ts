/** A reference of Conan, `name/version@user/channel#recipe_revision:package_id#package_revision%time`; `version` may be a range in brackets. */
export interface ConanReference {
  readonly name: string;
  readonly version: string;
  readonly revision?: string;
  /** Where the version begins in the reference. */
  readonly start: number;
}

export function conanReference(text: string): ConanReference | undefined {
  const [, name, version, revision] =
    /^\s*([\w.+-]+)\/(\[[^\]]*\]|[^\s@#:%]+)(?:@[^\s#:%]*)?(?:#([\w]+))?/.exec(text) ?? [];
  if (!name || !version) return undefined;
  return { name, version, ...(revision ? { revision } : {}), start: text.indexOf('/') + 1 };
}
