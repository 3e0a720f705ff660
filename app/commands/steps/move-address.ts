import { type ContactChange, deleteChange, newAddressOf } from "../../../db/contact-changes.ts";
import { deleteContactSessionsOf } from "../../../db/contact-sessions.ts";
import { type ContactRow, findContactByIndex, openAddress, sealedAddress } from "../../../db/contacts.ts";
import { moveFollowing } from "../../../db/followed.ts";
import { deleteLinksOf } from "../../../db/mailed-links.ts";
import { addressIndex, changeReporter, eachCaseOfAddress } from "../../../db/reporters.ts";
import type { Tx } from "../../../db/store.server.ts";
import { detectOwnCases } from "./detect-conflicts.ts";
import { changeAccountRow } from "./own-account.ts";
import { wipeAccount } from "./wipe-account.ts";

/**
 * Gives every case of an account to the new address that both addresses have
 * agreed on. Where the new one has an account already, the two become one.
 */
export async function moveAddress(tx: Tx, contact: ContactRow, change: ContactChange, now: Date): Promise<void> {
  const actor = { kind: "contact", contactId: contact.id } as const;
  const email = newAddressOf(tx, change);
  const oldIndex = addressIndex(tx, openAddress(tx, contact));
  for await (const row of eachCaseOfAddress(tx, oldIndex)) await changeReporter(tx, row.id, { email });
  await detectOwnCases(tx, email, now);
  await moveFollowing(tx, oldIndex, email, now);
  if (await findContactByIndex(tx, change.emailIndex)) return wipeAccount(tx, actor, contact, "join-account", now);
  await deleteLinksOf(tx, oldIndex);
  await deleteLinksOf(tx, change.emailIndex);
  await deleteChange(tx, change.id);
  // Whoever is signed in came in by the old address.
  await deleteContactSessionsOf(tx, contact.id);
  const set = sealedAddress(tx, contact.id, email);
  await changeAccountRow(tx, actor, contact, { type: "change-address", set }, now);
}
