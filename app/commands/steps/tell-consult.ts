import { lastDay } from "../../domain/deadlines.ts";
import { findAgency } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { activeStaff } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Queues the mail by which the officers of a coordinating agency learn that they are asked. */
export async function tellAsked(tx: Tx, row: CaseRow, agencyId: number, dueAt: Date, now: Date): Promise<void> {
  await tellOfficers(tx, row, agencyId, { mail: "consult-asked", consultBy: lastDay(dueAt) }, now);
}

/** Queues the mail by which the officers who asked learn that they have an answer. */
export async function tellAsker(tx: Tx, row: CaseRow, agencyId: number, now: Date): Promise<void> {
  await tellOfficers(tx, row, agencyId, { mail: "consult-answered" }, now);
}

async function tellOfficers(
  tx: Tx,
  row: CaseRow,
  agencyId: number,
  { mail, ...more }: { readonly mail: string; readonly consultBy?: string },
  now: Date,
): Promise<void> {
  const lead = row.agencyId === null ? null : await findAgency(tx, row.agencyId);
  const names: Record<string, string> = lead ? { agencyVi: lead.nameVi, agencyEn: lead.nameEn } : {};
  const params = { code: row.code, dueOn: lastDay(row.dueAt), ...names, ...more };
  for (const person of await activeStaff(tx, agencyId, ["officer"])) {
    await enqueueMail(tx, { mail, lang: person.lang, recipient: "staff", recipientId: person.id, params }, now);
  }
}
