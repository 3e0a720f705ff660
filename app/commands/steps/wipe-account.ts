import type { Actor } from "../../domain/actor.ts";
import { changesOf, deleteChange } from "../../../db/contact-changes.ts";
import { deleteContactSessionsOf } from "../../../db/contact-sessions.ts";
import type { ContactRow } from "../../../db/contacts.ts";
import { deleteLinksOf, deleteLinksOfChange } from "../../../db/mailed-links.ts";
import type { Tx } from "../../../db/store.server.ts";
import { changeAccountRow } from "./own-account.ts";

/** Destroys what an account knows: its key and address, sessions, links and changes on their way. Its chain of events stays, and names nobody. */
export async function wipeAccount(tx: Tx, actor: Actor, contact: ContactRow, type: string, now: Date): Promise<void> {
  for (const id of await changesOf(tx, contact.id)) {
    await deleteLinksOfChange(tx, id);
    await deleteChange(tx, id);
  }
  if (contact.emailIndex !== null) await deleteLinksOf(tx, contact.emailIndex);
  await deleteContactSessionsOf(tx, contact.id);
  const set = { emailIndex: null, wrappedKey: "", email: null, erasedAt: now };
  await changeAccountRow(tx, actor, contact, { type, set }, now);
}
