/**
 * The states of a case and every legal move between them. Buttons, validation,
 * the API and the diagram in docs/case-states.md are derived from this table;
 * a move that is not here does not exist.
 */
export const statuses = [
  "submitted",
  "waiting",
  "assigned",
  "in_progress",
  "awaiting_approval",
  "answered",
  "disputed",
  "closed",
  "declined",
  "withdrawn",
  "merged",
] as const;
export type Status = (typeof statuses)[number];

/** What moves a case. Each is a command in `app/commands`; who may is in `permissions.ts`. */
export const movingActs = [
  "ask",
  "reply",
  "lapse",
  "assign",
  "arbitrate",
  "accept",
  "refuse",
  "delegate",
  "hand-back",
  "declare-conflict",
  "name-conflict",
  "succeed",
  "answer",
  "approve",
  "return",
  "decline",
  "merge",
  "unmerge",
  "relay",
  "withdraw",
  "rate",
  "close",
  "dispute",
  "reopen",
  "uphold",
] as const;
export type MovingAct = (typeof movingActs)[number];

/** Who sees that a move happened. What was said with it is shown more narrowly. */
export type Visibility = "public" | "submitter" | "office";

export interface Move {
  /** The acts that make this move. */
  readonly acts: readonly MovingAct[];
  /** What must come with it. */
  readonly requires?: "reason" | "question" | "reply" | "outcome" | "agency" | "lead-case";
  readonly seenBy: Visibility;
  /** One sentence of meaning, for the documentation. */
  readonly meaning: string;
}

const withdraw: Move = {
  acts: ["withdraw"],
  seenBy: "public",
  meaning: "The submitter takes the case back; nobody handles it any further.",
};
const assign: Move = {
  acts: ["assign", "arbitrate"],
  requires: "agency",
  seenBy: "public",
  meaning: "Triage, a routing rule or the arbiter names the one agency that answers for the case.",
};
/** The case stays within the lead agency, or triage names another one. */
const assignAnew: Move = {
  ...assign,
  acts: [...assign.acts, "delegate", "hand-back"],
  meaning: "Triage names another agency; or the lead agency hands the work to a unit below it, which may hand it back.",
};
const ask: Move = {
  acts: ["ask"],
  requires: "question",
  seenBy: "public",
  meaning: "A question goes to the submitter and the clock pauses, for a bounded time.",
};
const backFromWaiting: Move = {
  acts: ["reply", "lapse"],
  seenBy: "public",
  meaning: "The submitter replied, or the time to reply ran out; the clock runs again.",
};
const refuse: Move = {
  acts: ["refuse"],
  requires: "reason",
  seenBy: "public",
  meaning:
    "The agency says why the case is not within its competence; triage decides again, or the arbiter after a second refusal or where it would go back to a body that refused. The clock runs on.",
};
const recuse: Move = {
  acts: ["declare-conflict", "name-conflict", "succeed"],
  seenBy: "public",
  meaning: "Nobody is left there who may handle it; triage decides again, the clock runs on.",
};
const refuseOrRecuse: Move = { ...refuse, acts: [...refuse.acts, ...recuse.acts] };
const decline: Move = {
  acts: ["decline"],
  requires: "reason",
  seenBy: "submitter",
  meaning: "The portal cannot take the case; the submitter is told why and which lawful channel is open.",
};
const merge: Move = {
  acts: ["merge"],
  requires: "lead-case",
  seenBy: "submitter",
  meaning: "The case goes on under a leading case about the same matter.",
};
const unmerge: Move = {
  acts: ["unmerge"],
  seenBy: "submitter",
  meaning: "The merge is taken back: the case is again what it was, and its clock has run on.",
};
const relay: Move = {
  acts: ["relay"],
  seenBy: "submitter",
  meaning: "The answer of the leading case is given to this sender too, and again when that case is answered anew.",
};
const dispute: Move = {
  acts: ["dispute"],
  requires: "reason",
  seenBy: "public",
  meaning: "The submitter says what is wrong with the answer; somebody who had no part in it decides.",
};
const reopen: Move = {
  acts: ["reopen"],
  requires: "reason",
  seenBy: "public",
  meaning: "The case is taken up again after its answer; the promised date stays, and so does the first answer.",
};

const reopenWithTriage: Move = {
  ...reopen,
  meaning: "The case is taken up again, but nobody is left at the agency who may handle it; triage decides again.",
};

export const moves: Record<Status, Partial<Record<Status, Move>>> = {
  submitted: { waiting: ask, assigned: assign, declined: decline, merged: merge, withdrawn: withdraw },
  waiting: { submitted: backFromWaiting, in_progress: backFromWaiting, withdrawn: withdraw },
  assigned: {
    in_progress: {
      acts: ["accept"],
      seenBy: "public",
      meaning: "The agency takes the case up.",
    },
    submitted: refuseOrRecuse,
    assigned: assignAnew,
    merged: merge,
    withdrawn: withdraw,
  },
  in_progress: {
    waiting: ask,
    submitted: refuseOrRecuse,
    assigned: assignAnew,
    awaiting_approval: {
      acts: ["answer"],
      requires: "outcome",
      seenBy: "public",
      meaning: "The officer's answer, with its outcome, goes to the agency's leader.",
    },
    merged: merge,
    withdrawn: withdraw,
  },
  awaiting_approval: {
    answered: {
      acts: ["approve"],
      seenBy: "public",
      meaning: "The leader approves; the submitter has the answer and the answering clock stops.",
    },
    in_progress: {
      acts: ["return"],
      requires: "reason",
      seenBy: "office",
      meaning: "The leader sends the draft back and says what is missing.",
    },
    submitted: recuse,
    withdrawn: withdraw,
  },
  answered: {
    answered: relay,
    disputed: dispute,
    closed: {
      acts: ["rate", "close"],
      seenBy: "public",
      meaning: "The submitter says it is solved, or the time to object ran out.",
    },
    in_progress: { ...reopen, acts: ["reopen", "unmerge"] },
    submitted: { ...reopenWithTriage, acts: ["reopen", "unmerge"] },
    assigned: unmerge,
  },
  disputed: {
    in_progress: reopen,
    submitted: reopenWithTriage,
    closed: {
      acts: ["uphold"],
      requires: "reason",
      seenBy: "public",
      meaning: "The answer stands, with a reason; that the submitter disagrees stays to be read.",
    },
  },
  closed: { answered: relay, disputed: dispute, in_progress: reopen, submitted: reopenWithTriage },
  declined: {},
  withdrawn: {},
  merged: {
    submitted: unmerge,
    assigned: unmerge,
    in_progress: unmerge,
    answered: relay,
  },
};

/** The move from one state to another by this act, or null when the table has none. */
export function findMove(from: Status, to: Status, act: MovingAct): Move | null {
  const move = moves[from][to];
  return move?.acts.includes(act) ? move : null;
}

/** The acts that are possible in a state, whoever makes them. */
export function actsIn(status: Status): MovingAct[] {
  const all = Object.values(moves[status]).flatMap((move) => move.acts);
  return [...new Set(all)];
}

/** True while somebody still owes the submitter an answer. */
export function isOpen(status: Status): boolean {
  return openStatuses.includes(status);
}

export const openStatuses: readonly Status[] = ["submitted", "waiting", "assigned", "in_progress", "awaiting_approval"];

/** The states in which the public may read about a case once an editor has published it. */
export const publishableStatuses: readonly Status[] = [
  "assigned",
  "in_progress",
  "awaiting_approval",
  "answered",
  "disputed",
  "closed",
];

/** True once a part of a split case holds its parent up no more: it has its answer, or will get none. */
export function isSettled(status: Status): boolean {
  return status === "answered" || status === "closed" || status === "declined" || status === "withdrawn";
}

/** True while a published case stays on the public pages: what was published is not hidden by a question or a return. */
export function staysPublic(status: Status): boolean {
  return publishableStatuses.includes(status) || status === "submitted" || status === "waiting";
}
