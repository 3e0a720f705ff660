import { z } from "zod";
import { languages } from "../domain/case-kind.ts";
import { choice, emailAddress } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { findContactByIndex } from "../../db/contacts.ts";
import { followsAny } from "../../db/followed.ts";
import { takeLink } from "../../db/mail-allowance.ts";
import { addressIndex, hasCaseOf } from "../../db/reporters.ts";
import type { Tx } from "../../db/store.server.ts";
import { mailLink } from "./steps/mail-link.ts";

export const askForLinkInput = z.object({ email: emailAddress, lang: choice(languages).default("vi") });

/**
 * Sends a sign-in link to an address that is known here: confirmed, or that of
 * a case. What comes of it is told to the owner of the address alone; whoever
 * asks gets the same answer each time.
 */
export async function askForLink(
  tx: Tx,
  _actor: Actor,
  input: z.infer<typeof askForLinkInput>,
  now: Date,
): Promise<void> {
  const emailIndex = addressIndex(tx, input.email);
  const allowed = await takeLink(tx, input.email, now);
  const known =
    (await findContactByIndex(tx, emailIndex)) !== null ||
    (await hasCaseOf(tx, emailIndex)) ||
    (await followsAny(tx, emailIndex));
  if (allowed && known) await mailLink(tx, { purpose: "sign-in", ...input }, "sign-in-link", now);
}
