import { eq } from "drizzle-orm";
import type { Store } from "./store.server.ts";

const NAME = "key-check";
const KNOWN_TEXT = "the keys of this database";

/**
 * Refuses a database whose identities the key ring cannot open: a lost key file
 * must end the start, not be replaced in silence. Notes each key on first use.
 */
export async function checkKeys(store: Store): Promise<void> {
  const { counters } = store.read.tables;
  const { keys } = store.read;
  const noted = await store.read.select({ key: counters.key }).from(counters).where(eq(counters.name, NAME));
  const own = noteOf(keys.currentId);
  if (noted.some(({ key }) => key === own)) return;
  const known = noted.some(({ key }) => key === noteOf(key.split(":")[0] ?? ""));
  if (noted.length > 0 && !known) throw new Error("KEYRING_FILE does not hold the key of this database");
  await store.write(async (tx) => {
    await tx.insert(counters).values({ name: NAME, key: own, value: 1 }).onConflictDoNothing();
  });

  function noteOf(id: string): string {
    try {
      return `${id}:${keys.hash("token", KNOWN_TEXT, id)}`;
    } catch {
      return "";
    }
  }
}
