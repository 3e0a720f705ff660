import { isWalledOff } from "../../domain/conflict-wall.ts";
import { lastDay } from "../../domain/deadlines.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { staffOfRole } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { causeOf } from "./tell.ts";

/** Queues a mail to every arbiter: a case has come that only they can assign. */
export async function tellArbiters(tx: Tx, row: CaseRow, now: Date): Promise<void> {
  const params = { code: row.code, dueOn: lastDay(row.dueAt) };
  const cause = await causeOf(tx, row);
  for (const { id, agencyId, lang } of await staffOfRole(tx, "arbiter")) {
    if (isWalledOff(row.walledOff, { staffId: id, agencyId, coveredBy: [] })) continue;
    const mail = { mail: "case-for-arbiter", lang, recipient: "staff" as const, recipientId: id, params };
    await enqueueMail(tx, mail, now, cause);
  }
}
