/** The version of the case that a command gave back, by which its act is undone; null when it gave none. */
export function versionOf(value: unknown): number | null {
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : null;
  return typeof version === "number" ? version : null;
}
