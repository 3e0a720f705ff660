import { z } from "zod";
import { choice, emailAddress } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { InputRefusal } from "../domain/refusal.ts";
import { insertToken, tokenScopes } from "../../db/api-tokens.ts";
import { staffStream } from "../../db/events.ts";
import { findStaffByEmail, updateStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const createTokenInput = z.object({ email: emailAddress, scope: choice(tokenScopes).default("staff") });

/** Makes an API token that acts with its owner's rights of the moment. Returned once, stored as a keyed hash. */
export async function createToken(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof createTokenInput>,
  now: Date,
): Promise<string> {
  mustManage(actor, "manage-people");
  const row = await findStaffByEmail(tx, input.email);
  if (!row || row.disabledAt !== null) throw new InputRefusal({ email: "unknown" });
  const held = await updateStaff(tx, row, {});
  if (!held) throw new InputRefusal({ email: "unknown" });
  const token = await insertToken(tx, row.id, input.scope, now);
  await recordOfficeEvent(tx, actor, staffStream(row.id), "token", { scope: input.scope }, now);
  return token;
}
