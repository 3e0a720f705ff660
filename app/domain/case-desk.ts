import { type Insider, isWalledOff } from "./conflict-wall.ts";
import { agencyMark, hasMark } from "./marks.ts";
import type { CaseAct } from "./acts.ts";

/** Whom a person stands in for today: their agency's cases are theirs too, in that person's name. */
export interface StandIn extends Insider {
  readonly name: string;
}

/** Where a case lies, and who sees no trace of it. */
export interface DeskScope {
  /** The lead agency; null while no agency answers for the case. */
  readonly agencyId: number | null;
  /** The unit below the lead agency that does the work now. */
  readonly unitId: number | null;
  /** The lead agency lets the unit's own leader approve. */
  readonly unitApproves: boolean;
  /** Marks of who sees no trace of the case. */
  readonly walledOff: string | null;
  /** Marks of the coordinating agencies that are asked now. */
  readonly askedOf: string | null;
}

/** What somebody's agency is to a case; null when it has nothing to do with it. */
export type Standing = "lead" | "unit" | "asked";

type Worker = Insider & { readonly standIns: readonly StandIn[] };

/** The persons in whose name somebody may act on a case: themselves first, then whom they stand in for, never across the wall. */
export function selvesOn(actor: Worker, item: DeskScope): Insider[] {
  if (isWalledOff(item.walledOff, actor)) return [];
  return [actor, ...actor.standIns.filter((other) => !isWalledOff(item.walledOff, other))];
}

function standingOf(self: Insider, item: DeskScope): Standing[] {
  const found: Standing[] = [];
  if (item.agencyId === self.agencyId) found.push("lead");
  if (item.unitId === self.agencyId) found.push("unit");
  if (hasMark(item.askedOf, agencyMark(self.agencyId))) found.push("asked");
  return found;
}

/** True when the case is one of the person's agency, or of an agency in which they stand in for somebody. */
export function isAtDesk(actor: Worker, item: DeskScope): boolean {
  return selvesOn(actor, item).some((self) => standingOf(self, item).length > 0);
}

/** True when somebody's agencies are only asked about the case: they read what they were asked and what the submitter reads, not the lead agency's own papers. */
export function isOnlyAsked(actor: Worker, item: DeskScope): boolean {
  const standings = selvesOn(actor, item).flatMap((self) => standingOf(self, item));
  return standings.length > 0 && standings.every((standing) => standing === "asked");
}

/** What belongs to whoever does the work: the unit, once the lead agency has handed it down. */
const deskActs: readonly CaseAct[] = [
  "accept",
  "ask",
  "draft",
  "answer",
  "mark-points",
  "consult",
  "withdraw-consult",
  "ask-extension",
];
/** How a desk orders its own work. */
const orderingActs: readonly CaseAct[] = ["claim", "unclaim", "give", "snooze", "wake", "heed"];
/** What belongs to whoever signs. */
const signingActs: readonly CaseAct[] = ["approve", "return", "move-commitment"];
/** What counts against the budget of the lead agency, whoever does the work. */
const leadActs: readonly CaseAct[] = ["extend", "refuse-extension"];
/** What an agency may do that is only asked about a case. */
const askedActs: readonly CaseAct[] = ["view", "attend", "declare-conflict"];

/** Who of an agency may do an act, by what the agency is to the case. */
export function deskAllows(actor: Worker, act: CaseAct, item: DeskScope): boolean {
  return selvesOn(actor, item).some((self) => selfAllows(self, act, item));
}

function selfAllows(self: Insider, act: CaseAct, item: DeskScope): boolean {
  const standings = standingOf(self, item);
  const works = item.unitId === null ? "lead" : "unit";
  const signs = item.unitId !== null && item.unitApproves ? "unit" : "lead";
  if (signingActs.includes(act)) return standings.includes(signs);
  if (leadActs.includes(act)) return standings.includes("lead");
  // "Not ours" is the lead agency's word; a unit hands back up.
  if (act === "refuse" || act === "delegate") return item.unitId === null && standings.includes("lead");
  if (act === "hand-back") return item.unitId !== null && (standings.includes("unit") || standings.includes("lead"));
  if (deskActs.includes(act) || orderingActs.includes(act)) return standings.includes(works);
  // Nobody answers in an agency's name but that agency.
  if (act === "answer-consult") return standings.includes("asked");
  if (standings.includes("lead") || standings.includes("unit")) return true;
  return standings.includes("asked") && askedActs.includes(act);
}

/** In whose name an act is done: null when it is the actor's own; the person they stand in for when it is only through that person. */
export function onBehalfOf(actor: Worker, act: CaseAct, item: DeskScope & { ownerId: number | null }): StandIn | null {
  const others = actor.standIns.filter((other) => !isWalledOff(item.walledOff, other) && selfAllows(other, act, item));
  const [first] = others;
  if (!first) return null;
  const owner = others.find((other) => other.staffId === item.ownerId);
  if (owner) return owner;
  // An absent head's signature is asked for at the same desk too: it is given for them.
  if (signingActs.includes(act)) return first;
  return selfAllows(actor, act, item) ? null : first;
}
