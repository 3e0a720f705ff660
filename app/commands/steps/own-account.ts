import type { Actor } from "../../domain/actor.ts";
import { mayEver } from "../../domain/permissions.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type ContactRow, findContact, updateContact } from "../../../db/contacts.ts";
import { appendEvent, contactStream } from "../../../db/events.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { signatureOf } from "./change-case.ts";

/** The account of whoever acts; to anybody else there is none. */
export async function openAccount(tx: Tx, actor: Actor): Promise<ContactRow> {
  const row = actor.kind === "contact" && mayEver(actor, "own-account") ? await findContact(tx, actor.contactId) : null;
  if (!row) throw new Refusal("not-found");
  return row;
}

/** Writes changes to an account and appends their event, which holds no personal data. */
export async function changeAccountRow(
  tx: Tx,
  actor: Actor,
  row: ContactRow,
  change: { type: string; set?: Partial<ContactRow>; data?: EventData },
  now: Date,
): Promise<ContactRow> {
  const updated = await updateContact(tx, row, change.set ?? {});
  if (!updated) throw new Refusal("stale");
  await recordAccountEvent(tx, actor, updated, change.type, now, change.data);
  return updated;
}

/** Appends the event of an account's newest version. */
export async function recordAccountEvent(
  tx: Tx,
  actor: Actor,
  row: ContactRow,
  type: string,
  now: Date,
  data: EventData = {},
): Promise<void> {
  const event = { ...signatureOf(actor), type, at: now, seenBy: "office" as const, data };
  await appendEvent(tx, contactStream(row.id), row.version, event);
}
