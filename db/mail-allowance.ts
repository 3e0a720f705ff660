import { and, eq, lt } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { addToCounter, readCounter } from "./counters.ts";
import type { Tx } from "./store.server.ts";

/**
 * How many mails one address may get from the portal in one day in Viet Nam: a
 * bound on what somebody can do to a person by typing that person's address.
 * Counted under a keyed hash that changes every day and is forgotten after it.
 */
export const MAILS_A_DAY = 20;
const NAME = "mail-day";

/** Takes one mail off an address's allowance of today; false when nothing is left. */
export async function takeAllowance(tx: Tx, address: string, now: Date): Promise<boolean> {
  const key = keyOf(tx, address, now);
  await addToCounter(tx, NAME, key, 1);
  if ((await readCounter(tx, NAME, key)) <= MAILS_A_DAY) return true;
  await addToCounter(tx, NAME, key, -1);
  return false;
}

/** Gives it back, for a mail that did not go out. */
export async function returnAllowance(tx: Tx, address: string, now: Date): Promise<void> {
  await addToCounter(tx, NAME, keyOf(tx, address, now), -1);
}

/** Forgets the days before today. */
export async function forgetAllowances(tx: Tx, now: Date): Promise<void> {
  const { counters } = tx.tables;
  await tx.delete(counters).where(and(eq(counters.name, NAME), lt(counters.key, localDate(now))));
}

function keyOf(tx: Tx, address: string, now: Date): string {
  const day = localDate(now);
  return `${day}|${tx.keys.hash("rate-limit", `mail|${day}|${address}`)}`;
}
