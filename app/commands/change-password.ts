import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { staffStream } from "../../db/events.ts";
import { deleteSessionsOf } from "../../db/sessions.ts";
import { findStaff, type StaffRow, updateStaff } from "../../db/staff.ts";
import type { Tx } from "../../db/store.server.ts";
import { recordOfficeEvent } from "./steps/change-office.ts";

export interface ChangePassword {
  /** The hash against which the current password was checked. */
  readonly currentHash: string;
  readonly passwordHash: string;
  /** The hash of the session that stays; all others end. */
  readonly keepSession: string;
}

/** People change their own password; nobody else's. */
export async function changePassword(tx: Tx, actor: Actor, input: ChangePassword, now: Date): Promise<StaffRow> {
  const row = actor.kind === "staff" ? await findStaff(tx, actor.staffId) : null;
  if (!row || row.passwordHash !== input.currentHash) throw new Refusal("stale");
  const set = { passwordHash: input.passwordHash, activationHash: null, activationExpiresAt: null };
  const changed = await updateStaff(tx, row, set);
  if (!changed) throw new Refusal("stale");
  await deleteSessionsOf(tx, row.id, input.keepSession);
  await recordOfficeEvent(tx, actor, staffStream(row.id), "password", {}, now);
  return changed;
}
