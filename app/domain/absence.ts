import type { Actor } from "./actor.ts";
import { mayEver } from "./permissions.ts";

/** True when an actor may set and end a person's absence: their own, a leader that of their agency's people, an administrator everybody's. */
export function mayKeepAbsence(actor: Actor, person: { readonly id: number; readonly agencyId: number }): boolean {
  if (actor.kind !== "staff") return false;
  if (person.id === actor.staffId) return true;
  return mayEver(actor, "keep-absences") && (actor.role !== "leader" || person.agencyId === actor.agencyId);
}
