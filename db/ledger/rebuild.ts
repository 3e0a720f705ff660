import { gt } from "drizzle-orm";
import type { Store } from "../store.server.ts";
import { holdLedger } from "./state.ts";
import { appendHashes, readRow, ROW, rootOfRow } from "./tiles.ts";

/** Rows of leaves that one transaction works on. */
const STEP = 64;

/** Makes everything of the tree above its leaves anew from them. Returns the number of leaves. */
export async function rebuildTree(store: Store): Promise<number> {
  await store.write(async (tx) => {
    await holdLedger(tx);
    await tx.delete(tx.tables.ledgerTiles).where(gt(tx.tables.ledgerTiles.level, 0));
  });
  for (let first = 0; ; first += STEP) {
    const size = await store.write(async (tx) => {
      const { size: leaves } = await holdLedger(tx);
      const full: Buffer[] = [];
      for (let number = first; number < Math.min(first + STEP, Math.floor(leaves / ROW)); number += 1)
        full.push(rootOfRow(0, number, await readRow(tx, 0, number)));
      await appendHashes(tx, 1, first, full);
      return leaves;
    });
    if ((first + STEP) * ROW >= size) return size;
  }
}
