import type { Actor } from "../domain/actor.ts";
import { deleteSession, deleteSessionsOf } from "../../db/sessions.ts";
import type { Tx } from "../../db/store.server.ts";

export interface SignOut {
  /** The session of this browser. */
  readonly session: string;
  /** Ends the person's other sessions instead of this one; `keep` is the hash of this one. */
  readonly others?: { readonly staffId: number; readonly keep: string };
}

/** Ends this session, or all the others of the same person. */
export async function signOut(tx: Tx, actor: Actor, input: SignOut, _now: Date): Promise<void> {
  if (!input.others) return deleteSession(tx, input.session);
  if (actor.kind === "staff" && actor.staffId === input.others.staffId) {
    await deleteSessionsOf(tx, actor.staffId, input.others.keep);
  }
}
