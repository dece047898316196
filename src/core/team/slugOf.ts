/** A rule's name as a part of a detector's id: lower case, at most 60 units, empty where it has no letters or digits. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}
