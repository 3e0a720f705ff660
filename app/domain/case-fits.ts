import type { Actor } from "./actor.ts";
import type { CaseAct } from "./acts.ts";
import type { DeskScope } from "./case-desk.ts";
import { actsIn, isOpen, publishableStatuses, type Status } from "./case-status.ts";
import type { RefusalCode } from "./refusal.ts";

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
  /** What an editor proposes to publish waits for another one, and who proposed it; `scheduled`: it was approved for a later day. */
  readonly proposed?: boolean;
  readonly proposerId?: number | null;
  readonly scheduled?: boolean;
  /** The author's objection to what is masked waits for an editor. */
  readonly objected?: boolean;
  /** Anonymous cases, and cases whose sender had it erased, have no identity to open. */
  readonly hasIdentity: boolean;
  /** The sender is named but hidden: a custodian decides who sees the name. */
  readonly identityHidden: boolean;
  /** A custodian has granted this actor to see it, for a time that is not over. */
  readonly identityGranted: boolean;
  /** An answer promised something for a later day, and nobody has shown yet that it was done. */
  readonly promised?: boolean;
  /** Another system has it, or a promise of it, as a task that is not over. */
  readonly tasked?: boolean;
  /** Its newest version is this actor's own act, a moment ago. */
  readonly undoable?: boolean;
  /** Who at its desk has taken it. */
  readonly ownerId?: number | null;
  /** The submitter has written something that nobody at the desk has acted on yet. */
  readonly heard?: boolean;
  /** It was put aside. */
  readonly snoozed?: boolean;
  /** Its submitter has been asked as often as may be. */
  readonly askedEnough?: boolean;
  /** A request for more time waits for the leader. */
  readonly extensionAsked?: boolean;
}

/** True when the case, as it is now, leaves room for the act. Whose act it is, `permissions.ts` asks. */
export function fits(actor: Actor, act: CaseAct, item: CaseScope): boolean {
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
    case "give":
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
    case "hand-task":
      return !item.held && (item.promised === true || isInHand(item.status));
    case "withdraw-task":
    case "report-task":
      return item.tasked === true;
    case "ask-extension":
      return item.status === "in_progress" && !item.extensionAsked;
    case "extend":
    case "refuse-extension":
      return item.extensionAsked === true && (item.status === "in_progress" || item.status === "awaiting_approval");
    case "warn":
      return isOpen(item.status) && item.status !== "waiting";
    case "propose-publication":
      return isPublishable(item);
    case "publish":
      if (actor.kind === "system") return isPublishable(item) && item.scheduled === true;
      return isPublishable(item) && item.proposed === true && !isProposer(actor, item);
    case "return-publication":
      return item.proposed === true || item.scheduled === true;
    case "contest-mask":
      return item.published;
    case "decide-mask":
      return item.objected === true;
    case "unpublish":
    case "translate":
    case "approve-translation":
    case "return-translation":
      return item.published;
    case "ask":
      return isTimeToAsk(actor, item) && !item.askedEnough;
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
    case "relay":
      return item.member && actsIn(item.status).includes("relay");
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

/** Why an act is not possible now, where it is more than that the case has moved on. */
export function whyNot(actor: Actor, act: CaseAct, item: CaseScope): RefusalCode {
  const sendsOn = (act === "assign" || act === "refuse") && actsIn(item.status).includes(act);
  if (sendsOn && item.arbitration === "decided") return "arbiter-decided";
  if (act === "ask" && item.askedEnough && isTimeToAsk(actor, item)) return "asked-enough";
  if (act === "publish" && isPublishable(item) && item.proposed && isProposer(actor, item)) return "own-work";
  const decides = act === "assign" || act === "decline" || act === "reroute";
  if (decides && item.status === "submitted" && item.arbitration === "waiting") return "with-arbiter";
  return "wrong-state";
}

/** Triage asks before it assigns; the agency asks while it works. */
function isTimeToAsk(actor: Actor, item: CaseScope): boolean {
  return !item.held && item.status === (isTriage(actor) ? "submitted" : "in_progress");
}

function isPublishable({ publishConsent, status }: CaseScope): boolean {
  return publishConsent && publishableStatuses.includes(status);
}

function isProposer(actor: Actor, item: CaseScope): boolean {
  return actor.kind === "staff" && item.proposerId === actor.staffId;
}

function isArbiter(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "arbiter";
}

/** True when the case waits for work at the actor's desk: with triage until an agency has it, then with the agency. */
function isWorkOf(actor: Actor, item: CaseScope): boolean {
  if (item.held || actor.kind !== "staff") return false;
  if (actor.role === "triage") return item.status === "submitted";
  return isInHand(item.status);
}

/** True while an agency has the case to work on. */
function isInHand(status: Status): boolean {
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
