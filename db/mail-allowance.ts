import { and, eq, lt } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { findContactByIndex } from "./contacts.ts";
import { addToCounter, readCounter } from "./counters.ts";
import { addressIndex } from "./reporters.ts";
import type { Tx } from "./store.server.ts";

/**
 * How many mails one address may get from the portal in one day in Viet Nam: a
 * bound on what somebody can do to a person by typing that person's address.
 * Wider once its owner has confirmed it. Counted under a keyed hash that
 * changes every day and is forgotten after it.
 */
export const MAILS_A_DAY = 20;
export const UNCONFIRMED_MAILS_A_DAY = 3;
/** Sign-in links that one address may be sent in a day, whoever asks. */
export const LINKS_A_DAY = 5;
const NAME = "mail-day";

/**
 * Mails in which an officer has decided something and a time runs for the
 * reader. Nobody sets them off by typing an address, so they may go up to the
 * wider bound whether the address was confirmed or not.
 */
const DECISIONS: readonly string[] = ["question", "answered", "declined", "extended", "reopened", "commitment-moved"];

/** Takes a mail off an address's allowance of today; false when nothing is left for such a mail. */
export async function takeAllowance(tx: Tx, mail: string, address: string, now: Date): Promise<boolean> {
  const wide = DECISIONS.includes(mail) || (await findContactByIndex(tx, addressIndex(tx, address))) !== null;
  return takeOne(tx, keyOf(tx, "mail", address, now), wide ? MAILS_A_DAY : UNCONFIRMED_MAILS_A_DAY);
}

/** Takes one sign-in link off today's. */
export async function takeLink(tx: Tx, address: string, now: Date): Promise<boolean> {
  return takeOne(tx, keyOf(tx, "link", address, now), LINKS_A_DAY);
}

async function takeOne(tx: Tx, key: string, most: number): Promise<boolean> {
  await addToCounter(tx, NAME, key, 1);
  if ((await readCounter(tx, NAME, key)) <= most) return true;
  await addToCounter(tx, NAME, key, -1);
  return false;
}

/** Gives a mail back that did not go out. */
export async function returnAllowance(tx: Tx, address: string, now: Date): Promise<void> {
  await addToCounter(tx, NAME, keyOf(tx, "mail", address, now), -1);
}

/** Forgets the days before today. */
export async function forgetAllowances(tx: Tx, now: Date): Promise<void> {
  const { counters } = tx.tables;
  await tx.delete(counters).where(and(eq(counters.name, NAME), lt(counters.key, localDate(now))));
}

function keyOf(tx: Tx, what: "mail" | "link", address: string, now: Date): string {
  const day = localDate(now);
  return `${day}|${tx.keys.hash("rate-limit", `${what}|${day}|${address}`)}`;
}
