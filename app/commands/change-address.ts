import { z } from "zod";
import { emailAddress } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { type ContactChange, changesOf, deleteChange, insertChange } from "../../db/contact-changes.ts";
import { openAddress } from "../../db/contacts.ts";
import { deleteLinksOfChange } from "../../db/mailed-links.ts";
import type { Tx } from "../../db/store.server.ts";
import { mailLink } from "./steps/mail-link.ts";
import { openAccount } from "./steps/own-account.ts";

export const changeAddressInput = z.object({ email: emailAddress });

/**
 * Begins a change of address: a link goes to the old one, which approves, and
 * one to the new, which confirms. Until both are used nothing changes; a change
 * begun before is given up.
 */
export async function changeAddress(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof changeAddressInput>,
  now: Date,
): Promise<ContactChange> {
  const contact = await openAccount(tx, actor);
  const old = openAddress(tx, contact);
  if (old === input.email) throw new InputRefusal({ email: "same" });
  for (const id of await changesOf(tx, contact.id)) {
    await deleteLinksOfChange(tx, id);
    await deleteChange(tx, id);
  }
  const change = await insertChange(tx, contact.id, input.email, now);
  const { lang } = contact;
  await mailLink(tx, { purpose: "old-address", email: old, lang, changeId: change.id }, "address-change-approval", now);
  await mailLink(tx, { purpose: "new-address", email: input.email, lang, changeId: change.id }, "address-change", now);
  return change;
}
