import { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { languages } from "../domain/case-kind.ts";
import { choice, emailAddress, line, rowId } from "../domain/fields.ts";
import { type Actor, roles } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { findAgency, inForce } from "../../db/agencies.ts";
import { staffStream } from "../../db/events.ts";
import { enqueueMail } from "../../db/outbox.ts";
import { insertStaff, issueActivation, type StaffRow } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { detectOwnCases } from "./steps/detect-conflicts.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const inviteInput = z.object({
  email: emailAddress,
  name: line(120, 2),
  role: choice(roles),
  agencyId: rowId,
  lang: choice(languages).default("vi"),
  /** Whether the one-time link also goes by mail; the operator at the machine hands it over instead. */
  byMail: z.boolean().default(true),
});

export interface Invited {
  readonly row: StaffRow;
  /** The one-time token of the link; known to nobody else, stored nowhere. */
  readonly token: string;
}

/** Makes an account without a password. Its owner sets one by a one-time link; nobody else ever can. */
export async function invitePerson(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof inviteInput>,
  now: Date,
): Promise<Invited> {
  mustManage(actor, "manage-people");
  const agency = await findAgency(tx, input.agencyId);
  if (!agency || !inForce(agency, localDate(now))) throw new InputRefusal({ agencyId: "wrong" });
  const { email, name, role, lang } = input;
  const row = await insertStaff(tx, { email, name, role, agencyId: agency.id, lang, createdAt: now, version: 1 });
  if (!row) throw new InputRefusal({ email: "taken" });
  await detectOwnCases(tx, row.email, now);
  const token = await issueActivation(tx, row.id, now);
  await recordOfficeEvent(tx, actor, staffStream(row.id), "invite", { role, agencyId: agency.id }, now);
  if (input.byMail) {
    await enqueueMail(tx, { mail: "activation", lang, recipient: "staff", recipientId: row.id, params: {} }, now);
  }
  return { row, token };
}
