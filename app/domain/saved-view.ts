import type { StaffActor } from "./actor.ts";
import { mayEver } from "./permissions.ts";

/** For whom a saved view stands beside the queue. */
export const audiences = ["me", "unit", "everyone"] as const;
export type Audience = (typeof audiences)[number];

/** How many views one person may save. */
export const MOST_SAVED_VIEWS = 50;

/** The audiences that a person may save for. What concerns everybody's desk is for whoever sorts out triage. */
export function audiencesFor(actor: StaffActor): readonly Audience[] {
  return audiences.filter((audience) => audience !== "everyone" || mayEver(actor, "share-view"));
}

/** True when the person may remove a saved view: their own, their unit's as its leader, everybody's as who may share with all. */
export function mayRemoveView(
  actor: StaffActor,
  view: { readonly staffId: number; readonly agencyId: number; readonly audience: Audience },
): boolean {
  if (view.staffId === actor.staffId) return true;
  if (view.audience === "everyone") return mayEver(actor, "share-view");
  return view.audience === "unit" && view.agencyId === actor.agencyId && actor.role === "leader";
}
