import { mayKeepAbsence } from "../../domain/absence.ts";
import type { Actor } from "../../domain/actor.ts";
import { Refusal } from "../../domain/refusal.ts";
import { findStaff, SETUP_EMAIL, type StaffRow } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The person whose absence an actor may set or end; their own where none is named. To anybody else it does not exist. */
export async function mustKeepAbsence(tx: Tx, actor: Actor, staffId: number | undefined): Promise<StaffRow> {
  if (actor.kind !== "staff") throw new Refusal("not-found");
  const person = await findStaff(tx, staffId ?? actor.staffId);
  if (!person || person.email === SETUP_EMAIL || !mayKeepAbsence(actor, person)) throw new Refusal("not-found");
  return person;
}
