import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { deleteSession, insertSession } from "../../db/sessions.ts";
import { findStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";

export interface SignIn {
  readonly staffId: number;
  /** The hash against which the password was checked: who changed it meanwhile is asked again. */
  readonly passwordHash: string;
  /** The session that the browser came with; it ends here. */
  readonly previous: string | null;
}

/** Opens a session under a new id for somebody whose password was right. Returns the id for the cookie. */
export async function signIn(tx: Tx, _actor: Actor, input: SignIn, now: Date): Promise<string> {
  if (input.previous !== null) await deleteSession(tx, input.previous);
  const row = await findStaff(tx, input.staffId);
  if (!row || row.disabledAt !== null || row.passwordHash !== input.passwordHash) throw new Refusal("forbidden");
  return insertSession(tx, row.id, now);
}
