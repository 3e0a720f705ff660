import type { Actor } from "../../domain/actor.ts";
import { hasMark, staffMark } from "../../domain/marks.ts";
import { peopleOf } from "../../../db/agency-tree.ts";
import { authorIndexes, eachCaseWrittenWith } from "../../../db/case-authors.ts";
import { type CaseRow, findCaseById } from "../../../db/cases.ts";
import { wasLifted } from "../../../db/conflicts.ts";
import { addressIndex } from "../../../db/reporters.ts";
import { findStaffByEmail } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { wallOff } from "./wall-off.ts";

const system: Actor = { kind: "system" };

/**
 * Shuts the account with this address, if there is one, out of every case that
 * was sent or written with it: asked when an account is made or gets another
 * address, and when an address is confirmed. What triage has lifted before the
 * address was confirmed comes back: whose it is was not known then.
 */
export async function detectOwnCases(tx: Tx, address: string, now: Date): Promise<void> {
  const account = await findStaffByEmail(tx, address);
  if (!account) return;
  for await (const { id } of eachCaseWrittenWith(tx, addressIndex(tx, address))) {
    // A case that is both sent and written with it has changed since the page was read.
    const row = await findCaseById(tx, id);
    if (row) await shutOut(tx, row, account.id, now);
  }
}

/** Shuts those of an agency out of a case that is about to come to it who sent it or wrote it. What triage has lifted stays lifted. */
export async function detectAt(tx: Tx, row: CaseRow, agencyId: number, now: Date): Promise<CaseRow> {
  const indexes = await authorIndexes(tx, row.id);
  if (indexes.size === 0) return row;
  let seen = row;
  for (const { id, email } of await peopleOf(tx, agencyId)) {
    if (!indexes.has(addressIndex(tx, email)) || (await wasLifted(tx, row.id, id))) continue;
    seen = await shutOut(tx, seen, id, now);
  }
  return seen;
}

async function shutOut(tx: Tx, row: CaseRow, staffId: number, now: Date): Promise<CaseRow> {
  if (hasMark(row.walledOff, staffMark(staffId))) return row;
  return wallOff(tx, system, row, { staffId, how: "detected" }, now);
}
