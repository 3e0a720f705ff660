import type { Actor } from "../../domain/actor.ts";
import { mayEver } from "../../domain/permissions.ts";
import { Refusal } from "../../domain/refusal.ts";
import { findStaff, SETUP_EMAIL, type StaffRow } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** The person whose absence an actor may set or end: their own, and everybody's for who manages people. To anybody else it does not exist. */
export async function mustKeepAbsence(tx: Tx, actor: Actor, staffId: number | undefined): Promise<StaffRow> {
  if (actor.kind !== "staff") throw new Refusal("not-found");
  const person = await findStaff(tx, staffId ?? actor.staffId);
  const own = person?.id === actor.staffId;
  if (!person || person.email === SETUP_EMAIL) throw new Refusal("not-found");
  if (!own && !mayEver(actor, "manage-people")) throw new Refusal("not-found");
  return person;
}
