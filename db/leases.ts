import { and, eq, lte, or } from "drizzle-orm";
import type { Db, Tx } from "./store.server.ts";

/**
 * Takes a job in hand, or keeps it, until a moment; false while another holder
 * has it. Whoever dies with a job in hand loses it when its time is over.
 */
export async function takeLease(tx: Tx, name: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const { leases } = tx.tables;
  const held = await tx
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      setWhere: or(eq(leases.holder, holder), lte(leases.until, now)),
    })
    .returning({ name: leases.name });
  return held.length > 0;
}

/** Gives a job back before its time is over. */
export async function endLease(tx: Db, name: string, holder: string): Promise<void> {
  const { leases } = tx.tables;
  await tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)));
}
