import { lastDay } from "../../domain/deadlines.ts";
import { findAgency } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { staffOfRole } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Queues a mail about a case to the monitors. */
export async function tellMonitors(tx: Tx, row: CaseRow, mail: string, now: Date): Promise<void> {
  const agency = row.agencyId === null ? null : await findAgency(tx, row.agencyId);
  const names: Record<string, string> = agency ? { agencyVi: agency.nameVi, agencyEn: agency.nameEn } : {};
  const params = { code: row.code, dueOn: lastDay(row.dueAt), ...names };
  for (const person of await staffOfRole(tx, "monitor")) {
    await enqueueMail(tx, { mail, lang: person.lang, recipient: "staff", recipientId: person.id, params }, now);
  }
}
