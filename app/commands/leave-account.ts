import type { Actor } from "../domain/actor.ts";
import { deleteContactSession } from "../../db/contact-sessions.ts";
import type { Tx } from "../../db/store.server.ts";

/** Ends the session of whoever came in by a mailed link. */
export async function leaveAccount(tx: Tx, _actor: Actor, input: { readonly sessionId: string }): Promise<void> {
  await deleteContactSession(tx, input.sessionId);
}
