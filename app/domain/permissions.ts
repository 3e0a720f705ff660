import type { Actor, Role, StaffActor } from "./actor.ts";
import { type Act, type CaseAct, caseActs } from "./acts.ts";
import { deskAllows, isAtDesk, isOnlyAsked } from "./case-desk.ts";
import { type CaseScope, fits } from "./case-fits.ts";
import { publishableStatuses } from "./case-status.ts";
import { isWalledOff } from "./conflict-wall.ts";

/**
 * Who may do what. The matrix says which roles may ever do an act; `may()` adds
 * the rules that depend on the case. Pages hide what `may()` refuses, and every
 * command and query asks it again.
 */
type Party = Role | "submitter" | "contact" | "system" | "public";

export const matrix: Record<Act, readonly Party[]> = {
  // Staff file for somebody at the counter, on the telephone or by letter.
  submit: ["public", "triage", "officer"],
  follow: ["public"],
  view: ["triage", "officer", "leader", "editor", "monitor", "arbiter", "submitter", "system"],
  // Colleagues see that somebody has the case open.
  attend: ["triage", "officer", "leader", "editor", "arbiter"],
  classify: ["triage"],
  release: ["triage"],
  // A routing rule that assigns without asking is the system.
  assign: ["triage", "system"],
  arbitrate: ["arbiter"],
  reroute: ["triage"],
  decline: ["triage", "arbiter"],
  merge: ["triage"],
  unmerge: ["triage", "system"],
  relay: ["system"],
  ask: ["triage", "officer"],
  accept: ["officer"],
  refuse: ["officer", "leader"],
  note: ["triage", "officer", "leader", "editor", "arbiter"],
  draft: ["officer"],
  answer: ["officer"],
  approve: ["leader"],
  return: ["leader"],
  "mark-points": ["triage", "officer"],
  consult: ["officer"],
  // Whoever is asked, not whoever asks.
  "answer-consult": ["officer"],
  "withdraw-consult": ["officer"],
  "keep-commitment": ["officer", "leader"],
  "move-commitment": ["leader"],
  "miss-commitment": ["system"],
  reveal: ["triage", "officer", "leader"],
  "request-identity": ["triage", "officer", "leader"],
  "ask-extension": ["officer"],
  extend: ["leader"],
  "refuse-extension": ["leader"],
  warn: ["system"],
  "propose-publication": ["editor"],
  // Never whoever proposed it; a timer, once it was approved for a later day.
  publish: ["editor", "system"],
  "return-publication": ["editor", "system"],
  unpublish: ["editor"],
  translate: ["editor"],
  // Another than the translator.
  "approve-translation": ["editor"],
  "return-translation": ["editor"],
  // The author objects to what is masked, and an editor decides.
  "contest-mask": ["submitter"],
  "decide-mask": ["editor"],
  // To a connected system that is told what the office is held to: for whoever signs, or puts in order for all.
  "hand-task": ["triage", "leader"],
  "withdraw-task": ["triage", "leader"],
  // The system whose signature the report bears.
  "report-task": ["system"],
  reply: ["submitter"],
  withdraw: ["submitter"],
  rate: ["submitter"],
  supplement: ["submitter"],
  // To having their case joined with another.
  object: ["submitter"],
  split: ["triage"],
  link: ["triage", "officer", "leader"],
  unlink: ["triage", "officer", "leader"],
  "erase-identity": ["submitter"],
  renew: ["submitter"],
  // Whoever works at the desk where the case lies.
  claim: ["triage", "officer", "leader"],
  unclaim: ["triage", "officer", "leader"],
  // The head of the desk says who of its people does the work.
  give: ["leader"],
  snooze: ["triage", "officer", "leader"],
  wake: ["triage", "officer", "leader"],
  heed: ["triage", "officer", "leader"],
  level: ["triage", "officer", "leader"],
  watch: ["triage", "officer", "leader", "editor", "monitor", "arbiter"],
  // Whoever works on cases may step out of one.
  "declare-conflict": ["triage", "officer", "leader", "editor", "monitor", "arbiter"],
  "name-conflict": ["triage"],
  "lift-conflict": ["triage"],
  // The lead agency hands the work down to a unit below it; the unit hands it back up.
  delegate: ["officer", "leader"],
  "hand-back": ["officer", "leader"],
  // Another agency takes over the work of one that was dissolved.
  succeed: ["system"],
  // Whoever has just acted, as long as it can be undone.
  undo: ["triage", "officer", "leader", "editor", "arbiter"],
  lapse: ["system"],
  close: ["system"],
  dispute: ["submitter"],
  // Whoever had no part in the answer; the system where a promise was not kept.
  reopen: ["leader", "arbiter", "system"],
  uphold: ["leader", "arbiter"],
  // The letters of a campaign become one collective case.
  gather: ["triage"],
  "see-queue": ["triage", "officer", "leader", "editor", "monitor", "arbiter"],
  // A saved view for everybody: whoever sorts out what triage cannot.
  "share-view": ["arbiter"],
  "manage-people": ["admin"],
  "manage-agencies": ["admin"],
  "manage-calendar": ["admin"],
  // Those of others: a leader of their agency, an administrator of all.
  "keep-absences": ["leader", "admin"],
  // A leader sees those of their agency; whoever sees no cases sees the budgets alone.
  "see-extensions": ["triage", "leader", "monitor", "admin"],
  "manage-clocks": ["admin"],
  "manage-laws": ["admin"],
  "manage-systems": ["admin"],
  // Documents that cases name and the portal does not know.
  "see-provisions": ["triage", "editor", "monitor"],
  "review-provisions": ["triage", "editor"],
  "see-amendments": ["triage", "officer", "leader", "editor", "monitor"],
  // Whoever is in charge of the document, or an editor; another one confirms.
  "propose-amendment": ["officer", "leader", "editor"],
  "confirm-amendment": ["leader", "editor"],
  "see-differences": ["triage", "officer", "leader", "editor", "monitor"],
  // A leader of the agency in charge; the standing body where nobody is.
  "settle-difference": ["triage", "leader"],
  "manage-redactions": ["editor"],
  "see-agencies": ["triage", "admin", "monitor", "arbiter"],
  // Triage keeps those of everybody, a leader those of the agency.
  "see-templates": ["triage", "officer", "leader", "editor", "monitor", "arbiter"],
  "manage-templates": ["triage", "leader"],
  "see-standard-answers": ["monitor"],
  "see-outbox": ["admin"],
  "retry-mail": ["admin"],
  "decide-identity": ["custodian"],
  "see-audit": ["monitor", "custodian"],
  "use-link": ["public", "contact"],
  "own-account": ["contact"],
  "see-rules": ["triage", "monitor", "admin", "arbiter"],
  "edit-rules": ["triage", "admin"],
  // Whoever sees the cases; administrators see none.
  "rehearse-rules": ["triage"],
};

function party(actor: Actor): Party {
  return actor.kind === "staff" ? actor.role : actor.kind;
}

/** True when this party may do this act on some case or at some time. */
export function mayEver(actor: Actor, act: Act): boolean {
  return matrix[act].includes(party(actor));
}

/** True when the actor may know that the case exists. What is refused here is "not found". */
export function mayView(actor: Actor, item: CaseScope): boolean {
  if (!mayEver(actor, "view")) return false;
  if (actor.kind === "submitter") return actor.caseId === item.id;
  if (actor.kind !== "staff") return actor.kind === "system";
  // Whoever must not handle it sees no trace of it, whatever their role.
  if (isWalledOff(item.walledOff, actor)) return false;
  if (item.held) return actor.role === "triage" || actor.role === "monitor";
  if (worksAtDesks(actor)) return isAtDesk(actor, item);
  // What is public stays in the editor's hands, whatever state it goes back to.
  if (actor.role === "editor")
    return item.published || (item.publishConsent && publishableStatuses.includes(item.status));
  if (actor.role === "arbiter") return item.arbitration !== "none" || item.disputed;
  return true;
}

/** True when the actor may do the act on this case now, its state included. */
export function may(actor: Actor, act: CaseAct, item: CaseScope): boolean {
  return mayInSomeState(actor, act, item) && fits(actor, act, item);
}

/** Officers and leaders work on the cases of their agency; everybody else on those of all. */
function worksAtDesks(actor: StaffActor): boolean {
  return actor.role === "officer" || actor.role === "leader";
}

/**
 * True when the actor reads internal notes, drafts and the check list of a case
 * that they may view: an agency that is only asked about it does not.
 */
export function mayReadPapers(actor: Actor, item: CaseScope): boolean {
  if (actor.kind !== "staff" || !mayView(actor, item)) return false;
  return !worksAtDesks(actor) || !isOnlyAsked(actor, item);
}

/** True when the act belongs to the actor in any state of the case: what is left to ask is the state. */
export function mayInSomeState(actor: Actor, act: CaseAct, item: CaseScope): boolean {
  if (!mayEver(actor, act) || !mayView(actor, item)) return false;
  if (actor.kind === "staff" && worksAtDesks(actor) && !deskAllows(actor, act, item)) return false;
  if (act === "reveal") return item.hasIdentity && (!item.identityHidden || item.identityGranted);
  if (act === "reopen" || act === "uphold") return actor.kind === "system" || item.fresh;
  return !(act === "request-identity" || act === "erase-identity") || item.hasIdentity;
}

/** The acts that this actor may do on this case now, in the order of the table. */
export function actsFor(actor: Actor, item: CaseScope): CaseAct[] {
  return caseActs.filter((act) => may(actor, act, item));
}
