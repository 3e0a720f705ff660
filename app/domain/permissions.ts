import { type DeskScope, type StandIn, deskAllows, isAtDesk } from "./case-desk.ts";
import { isWalledOff } from "./conflict-wall.ts";
import type { RefusalCode } from "./refusal.ts";
import { actsIn, isOpen, movingActs, publishableStatuses, type MovingAct, type Status } from "./case-status.ts";

/**
 * Who may do what. The matrix says which roles may ever do an act; `may()` adds
 * the rules that depend on the case. Pages hide what `may()` refuses, and every
 * command and query asks it again.
 */
export const roles = ["triage", "officer", "leader", "editor", "monitor", "custodian", "admin", "arbiter"] as const;
export type Role = (typeof roles)[number];

export interface StaffActor {
  readonly kind: "staff";
  readonly staffId: number;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: number;
  /** The agency's names as they are now; events keep them as they were. */
  readonly agencyVi: string;
  readonly agencyEn: string;
  /** Agencies whose exclusion from a case covers this one too. */
  readonly coveredBy: readonly number[];
  /** Whom they stand in for today. */
  readonly standIns: readonly StandIn[];
  /** The act on many cases at once that they are carrying out. */
  readonly batchId?: number;
}
export type Actor =
  | StaffActor
  | { readonly kind: "submitter"; readonly caseId: number }
  /** The owner of a confirmed address, signed in by a mailed link. */
  | { readonly kind: "contact"; readonly contactId: number }
  | { readonly kind: "system" }
  | { readonly kind: "public" };

/** Acts on a case that do not move it. */
export const stillActs = [
  "view",
  "attend",
  "classify",
  "reroute",
  "note",
  "draft",
  "ask-extension",
  "extend",
  "refuse-extension",
  "warn",
  "mark-points",
  "consult",
  "answer-consult",
  "withdraw-consult",
  "keep-commitment",
  "move-commitment",
  "miss-commitment",
  "publish",
  "unpublish",
  "release",
  "reveal",
  "request-identity",
  "supplement",
  "object",
  "split",
  "link",
  "unlink",
  "erase-identity",
  "renew",
  "claim",
  "unclaim",
  "snooze",
  "wake",
  "heed",
  "level",
  "watch",
  "undo",
  "lift-conflict",
] as const;
export type CaseAct = MovingAct | (typeof stillActs)[number];
export const caseActs: readonly CaseAct[] = [...movingActs, ...stillActs];

/** Acts on the office itself. */
export const officeActs = [
  "submit",
  "follow",
  "see-queue",
  "share-view",
  "gather",
  "manage-people",
  "manage-agencies",
  "manage-calendar",
  "see-extensions",
  "see-agencies",
  "see-templates",
  "manage-templates",
  "see-standard-answers",
  "see-outbox",
  "retry-mail",
  "decide-identity",
  "see-audit",
  "use-link",
  "own-account",
  "see-rules",
  "edit-rules",
  "rehearse-rules",
] as const;
export type OfficeAct = (typeof officeActs)[number];
export type Act = CaseAct | OfficeAct;

type Party = Role | "submitter" | "contact" | "system" | "public";

export const matrix: Record<Act, readonly Party[]> = {
  // Staff file for somebody at the counter, on the telephone or by letter.
  submit: ["public", "triage", "officer"],
  follow: ["public"],
  view: ["triage", "officer", "leader", "editor", "monitor", "arbiter", "submitter", "system"],
  // Colleagues see that somebody has the case open.
  attend: ["triage", "officer", "leader", "editor"],
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
  publish: ["editor"],
  unpublish: ["editor"],
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
  "see-extensions": ["leader", "monitor", "admin"],
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

/** What the rules need to know of a case. */
export interface CaseScope extends DeskScope {
  readonly id: number;
  readonly status: Status;
  /** Held for review after a robot's pattern; only triage sees it. */
  readonly held: boolean;
  /** It waits for the arbiter, or the arbiter has assigned it: nobody sends it on any more. */
  readonly arbitration: "none" | "waiting" | "decided";
  /** The submitter says that the answer is wrong, and nobody has decided on that. */
  readonly disputed: boolean;
  /** It goes on, or was answered, under a leading case. */
  readonly member: boolean;
  /** This actor neither wrote nor approved the answer nor had the case as their own, and may decide a dispute. */
  readonly fresh: boolean;
  readonly publishConsent: boolean;
  readonly published: boolean;
  /** Anonymous cases, and cases whose sender had it erased, have no identity to open. */
  readonly hasIdentity: boolean;
  /** The sender is named but hidden: a custodian decides who sees the name. */
  readonly identityHidden: boolean;
  /** A custodian has granted this actor to see it, for a time that is not over. */
  readonly identityGranted: boolean;
  /** An answer promised something for a later day, and nobody has shown yet that it was done. */
  readonly promised?: boolean;
  /** Its newest version is this actor's own act, a moment ago. */
  readonly undoable?: boolean;
  /** Who at its desk has taken it. */
  readonly ownerId?: number | null;
  /** The submitter has written something that nobody at the desk has acted on yet. */
  readonly heard?: boolean;
  /** It was put aside. */
  readonly snoozed?: boolean;
  /** A request for more time waits for the leader. */
  readonly extensionAsked?: boolean;
}

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

/** True when the act belongs to the actor in any state of the case: what is left to ask is the state. */
export function mayInSomeState(actor: Actor, act: CaseAct, item: CaseScope): boolean {
  if (!mayEver(actor, act) || !mayView(actor, item)) return false;
  if (actor.kind === "staff" && worksAtDesks(actor) && !deskAllows(actor, act, item)) return false;
  if (act === "reveal") return item.hasIdentity && (!item.identityHidden || item.identityGranted);
  if (act === "reopen" || act === "uphold") return actor.kind === "system" || item.fresh;
  return !(act === "request-identity" || act === "erase-identity") || item.hasIdentity;
}

function fits(actor: Actor, act: CaseAct, item: CaseScope): boolean {
  switch (act) {
    case "view":
    case "attend":
    case "note":
    case "renew":
    case "declare-conflict":
    case "name-conflict":
    case "lift-conflict":
      return true;
    case "succeed":
      return isOpen(item.status);
    case "reveal":
      return item.hasIdentity && (!item.identityHidden || item.identityGranted);
    case "request-identity":
      // An open identity needs no custodian; a grant is asked for once it is over.
      return item.hasIdentity && item.identityHidden && !item.identityGranted;
    case "erase-identity":
      return item.hasIdentity;
    case "undo":
      return item.undoable === true;
    case "watch":
      return true;
    case "claim":
      return isWorkOf(actor, item) && !isOwner(actor, item);
    case "unclaim":
      return isWorkOf(actor, item) && isTaken(item) && (isLeader(actor) || isOwner(actor, item));
    case "snooze":
    case "level":
      return isWorkOf(actor, item);
    case "wake":
      return item.snoozed === true && isWorkOf(actor, item);
    case "heed":
      // Triage for what lies with triage; the agency for what it has or had.
      return item.heard === true && !item.held && isTriage(actor) === (item.status === "submitted");
    case "supplement":
      // While a question is open, the reply to it is what is waited for.
      return item.status === "answered" || (isOpen(item.status) && item.status !== "waiting");
    case "object":
      return item.status === "merged";
    case "split":
      return !item.held && item.status === "submitted";
    case "link":
    case "unlink":
      return !item.held;
    case "release":
      return item.held;
    case "classify":
      return !item.held && item.status === "submitted";
    case "draft":
      return item.status === "in_progress";
    case "mark-points":
      // Triage reads the question first; the agency goes on while it works.
      return (
        !item.held && item.status === (actor.kind === "staff" && actor.role === "triage" ? "submitted" : "in_progress")
      );
    case "consult":
      return item.status === "in_progress";
    case "answer-consult":
    case "withdraw-consult":
      return item.askedOf !== null && isOpen(item.status);
    case "keep-commitment":
    case "move-commitment":
    case "miss-commitment":
      return item.promised === true;
    case "ask-extension":
      return item.status === "in_progress" && !item.extensionAsked;
    case "extend":
    case "refuse-extension":
      return item.extensionAsked === true && (item.status === "in_progress" || item.status === "awaiting_approval");
    case "warn":
      return isOpen(item.status) && item.status !== "waiting";
    case "publish":
      return item.publishConsent && publishableStatuses.includes(item.status);
    case "unpublish":
      return item.published;
    case "ask":
      // Triage asks before it assigns; the agency asks while it works.
      return (
        !item.held && item.status === (actor.kind === "staff" && actor.role === "triage" ? "submitted" : "in_progress")
      );
    case "decline":
      // Held cases too: what a robot sent is refused without ever being released, and no mail goes out.
      return actsIn(item.status).includes("decline") && isArbiter(actor) === (item.arbitration === "waiting");
    case "reroute":
      return !item.held && item.status === "submitted" && item.arbitration === "none";
    case "assign":
      return !item.held && actsIn(item.status).includes("assign") && item.arbitration === "none";
    case "arbitrate":
      return actsIn(item.status).includes("arbitrate") && item.arbitration !== "none";
    case "refuse":
      return actsIn(item.status).includes("refuse") && item.arbitration !== "decided";
    case "rate":
      return item.status === "answered" || item.status === "closed";
    case "unmerge":
      return item.member && (item.status === "merged" || item.status === "answered");
    case "reopen":
      // People decide a dispute; by itself a case comes back when a promise was not kept.
      return actor.kind === "system"
        ? item.status === "answered" || item.status === "closed"
        : item.status === "disputed" && item.fresh;
    case "uphold":
      return item.status === "disputed" && item.fresh;
    default:
      return !item.held && actsIn(item.status).includes(act);
  }
}

function isArbiter(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "arbiter";
}

/** Why an act is not possible now, where it is more than that the case has moved on. */
export function whyNot(act: CaseAct, item: CaseScope): RefusalCode {
  const sendsOn = (act === "assign" || act === "refuse") && actsIn(item.status).includes(act);
  if (sendsOn && item.arbitration === "decided") return "arbiter-decided";
  const decides = act === "assign" || act === "decline" || act === "reroute";
  if (decides && item.status === "submitted" && item.arbitration === "waiting") return "with-arbiter";
  return "wrong-state";
}

/** True when the case waits for work at the actor's desk: with triage until an agency has it, then with the agency. */
function isWorkOf(actor: Actor, item: CaseScope): boolean {
  if (item.held || actor.kind !== "staff") return false;
  const { status } = item;
  if (actor.role === "triage") return status === "submitted";
  return status === "assigned" || status === "in_progress" || status === "awaiting_approval";
}

function isTaken(item: CaseScope): boolean {
  return item.ownerId !== undefined && item.ownerId !== null;
}

function isOwner(actor: Actor, item: CaseScope): boolean {
  return actor.kind === "staff" && item.ownerId === actor.staffId;
}

function isLeader(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "leader";
}

function isTriage(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "triage";
}

/** The acts that this actor may do on this case now, in the order of the table. */
export function actsFor(actor: Actor, item: CaseScope): CaseAct[] {
  return caseActs.filter((act) => may(actor, act, item));
}
