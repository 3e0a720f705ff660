import { z } from "zod";
import type { LinkPurpose } from "../domain/identity.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { agreeToChange, findChange } from "../../db/contact-changes.ts";
import { insertContactSession } from "../../db/contact-sessions.ts";
import { type ContactRow, ensureContact, findContact } from "../../db/contacts.ts";
import { addressOfLink, type MailedLink, spendLink } from "../../db/mailed-links.ts";
import type { Tx } from "../../db/store.server.ts";
import { detectOwnCases } from "./steps/detect-conflicts.ts";
import { moveAddress } from "./steps/move-address.ts";
import { recordAccountEvent } from "./steps/own-account.ts";

export const useLinkInput = z.object({ token: z.string().max(200) });

export interface UsedLink {
  readonly purpose: LinkPurpose;
  /** The secret id of the session that a sign-in link opens; null for the others. */
  readonly sessionId: string | null;
  /** For a change of address: whether it has taken place now or waits for the other address. */
  readonly moved: boolean;
}

/**
 * Spends a mailed link by the button on its page. Refused with `link-expired`
 * when it was used, is too old, or its address is no longer that of the case
 * or account.
 */
export async function useLink(tx: Tx, actor: Actor, input: z.infer<typeof useLinkInput>, now: Date): Promise<UsedLink> {
  if (!mayEver(actor, "use-link")) throw new Refusal("forbidden");
  const link = await spendLink(tx, input.token, now);
  const email = link && (await addressOfLink(tx, link));
  if (!link || email === null) throw new Refusal("link-expired");
  if (link.purpose === "old-address" || link.purpose === "new-address") return agree(tx, link, now);
  const contact = await confirmed(tx, link, email, now);
  const sessionId = link.purpose === "sign-in" ? await insertContactSession(tx, contact.id, now) : null;
  return { purpose: link.purpose, sessionId, moved: false };
}

/** Whoever opens a mail owns its address: either link confirms it. */
async function confirmed(tx: Tx, link: MailedLink, email: string, now: Date): Promise<ContactRow> {
  const { row, isNew } = await ensureContact(tx, email, link.lang, now);
  if (isNew) {
    await recordAccountEvent(tx, { kind: "contact", contactId: row.id }, row, "confirm-address", now);
    await detectOwnCases(tx, email, now);
  }
  return row;
}

async function agree(tx: Tx, link: MailedLink, now: Date): Promise<UsedLink> {
  const { purpose } = link;
  const which = purpose === "old-address" ? "approvedAt" : "confirmedAt";
  const known = await findChange(tx, link.changeId ?? 0);
  const contact = known && (await findContact(tx, known.contactId));
  const change = known && contact && now < known.expiresAt ? await agreeToChange(tx, known.id, which, now) : null;
  if (!change || !contact) throw new Refusal("link-expired");
  const both = change.approvedAt !== null && change.confirmedAt !== null;
  if (both) await moveAddress(tx, contact, change, now);
  return { purpose, sessionId: null, moved: both };
}
