import type { Portal } from "../app/http/context.ts";
import { standingBody } from "../db/agencies.ts";
import { findStaffByEmail, insertStaff, issueActivation, SETUP_EMAIL } from "../db/staff.ts";
import type { Tx } from "../db/store.server.ts";
import { activationLink } from "./activation-link.ts";

/**
 * Prints the one-time set-up link of a portal that has no staff yet. Whoever
 * opens it becomes its first administrator and says who they are. Every start
 * without staff makes the link anew, so a lost one is no loss.
 */
export async function inviteFirstAdministrator(portal: Portal): Promise<string> {
  const now = portal.clock();
  const token = await portal.store.write(async (tx) => issueActivation(tx, await setupAccount(tx, now), now));
  const link = activationLink(portal, token);
  console.error(
    `\nThere is no staff account yet. Open this one-time link to become the first administrator:\n${link}\n`,
  );
  return link;
}

async function setupAccount(tx: Tx, now: Date): Promise<number> {
  const agency = await standingBody(tx);
  const account = { email: SETUP_EMAIL, name: "—", role: "admin", agencyId: agency.id, lang: "vi" } as const;
  const row =
    (await insertStaff(tx, { ...account, createdAt: now, version: 1 })) ?? (await findStaffByEmail(tx, SETUP_EMAIL));
  if (!row) throw new Error("the set-up account was not stored");
  return row.id;
}
