import { mayView } from "../../domain/permissions.ts";
import { findAgency } from "../../../db/agencies.ts";
import { type CaseRow, scopeOf } from "../../../db/cases.ts";
import { hadPart } from "../../../db/disputes.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { activeStaff, actorOf, staffOfRole, type StaffRow } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Tells whoever may decide a dispute: the leaders of the lead agency who had no part in the answer; where there is none, the arbiters. */
export async function tellDeciders(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const leaders = row.agencyId === null ? [] : await freshOf(tx, row, await activeStaff(tx, row.agencyId, ["leader"]));
  const deciders = leaders.length > 0 ? leaders : await freshOf(tx, row, await staffOfRole(tx, "arbiter"));
  await tellStaff(tx, row, deciders, "dispute-to-decide", now);
}

/** Queues a mail about a case to these people, but for those who may not know of it. */
export async function tellStaff(
  tx: Tx,
  row: CaseRow,
  people: readonly StaffRow[],
  mail: string,
  now: Date,
): Promise<void> {
  for (const person of people) {
    const agency = await findAgency(tx, person.agencyId);
    if (!agency || !mayView(actorOf(person, agency), scopeOf(row))) continue;
    const params = { code: row.code, kind: row.kind };
    await enqueueMail(tx, { mail, lang: person.lang, recipient: "staff", recipientId: person.id, params }, now);
  }
}

async function freshOf(tx: Tx, row: CaseRow, people: readonly StaffRow[]): Promise<StaffRow[]> {
  const fresh: StaffRow[] = [];
  for (const person of people) if (!(await hadPart(tx, row, person.id))) fresh.push(person);
  return fresh;
}
