import { z } from "zod";
import { emailAddress, line, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { findAgency } from "../../db/agencies.ts";
import { staffStream } from "../../db/events.ts";
import { deleteSessionsOf } from "../../db/sessions.ts";
import {
  actorOf,
  findByActivation,
  findStaffByEmail,
  SETUP_EMAIL,
  type StaffRow,
  updateStaff,
} from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";
import { detectOwnCases } from "./steps/detect-conflicts.ts";

export const activateInput = z.object({
  token: z.string().max(200),
  /** Made outside the transaction from a password that passed the rules. */
  passwordHash: z.string().min(1),
  /** Who the first administrator is; asked for by the set-up link alone. */
  name: optional(line(120, 2)),
  email: optional(emailAddress),
});

/**
 * Spends a one-time link: its owner's password is set, the link is void and
 * every open session of the account ends. Refuses with `link-expired` a link
 * that was used, replaced, is too old or never existed.
 */
export async function activateAccount(
  tx: Tx,
  _actor: Actor,
  input: z.infer<typeof activateInput>,
  now: Date,
): Promise<StaffRow> {
  const row = await findByActivation(tx, input.token, now);
  const agency = row && (await findAgency(tx, row.agencyId));
  if (!row || !agency) throw new Refusal("link-expired");
  const owner = row.email === SETUP_EMAIL ? await ownerOfPortal(tx, input) : {};
  const set = { ...owner, passwordHash: input.passwordHash, activationHash: null, activationExpiresAt: null };
  const activated = await updateStaff(tx, row, set);
  if (!activated) throw new Refusal("link-expired");
  if (activated.email !== row.email) await detectOwnCases(tx, activated.email, now);
  await deleteSessionsOf(tx, row.id);
  await recordOfficeEvent(tx, actorOf(activated, agency), staffStream(row.id), "activate", {}, now);
  return activated;
}

async function ownerOfPortal(tx: Tx, { name, email }: { name?: string | undefined; email?: string | undefined }) {
  if (!name || !email)
    throw new InputRefusal({ ...(name ? {} : { name: "empty" }), ...(email ? {} : { email: "empty" }) });
  if (await findStaffByEmail(tx, email)) throw new InputRefusal({ email: "taken" });
  return { name, email };
}
