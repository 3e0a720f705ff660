import { expect, test } from "vitest";
import { checkKeys } from "../../db/key-check.ts";
import { makeKeyring } from "../../db/keyring.server.ts";
import { openStore } from "../../db/store.server.ts";
import { freshDatabase } from "./databases.ts";

const key = (fill: number) => Buffer.alloc(32, fill);

test("a database refuses a key ring that is not its own, and takes a ring with a newer key beside the old", async () => {
  const database = await freshDatabase();
  const opened = async (currentId: string, keys: Record<string, Buffer>) => {
    const store = await openStore(database.url, makeKeyring(currentId, keys));
    await checkKeys(store).finally(() => store.close());
  };
  await opened("old", { old: key(1) });
  await opened("old", { old: key(1) });
  await expect(opened("old", { old: key(2) })).rejects.toThrow("KEYRING_FILE");
  await expect(opened("new", { new: key(3) })).rejects.toThrow("KEYRING_FILE");
  await opened("new", { old: key(1), new: key(3) });
  await opened("new", { new: key(3) });
  await database.remove();
});
