import { addWorkingDays, endOfDay, localDate, workingDaysBetween } from "../../app/domain/calendar.ts";
import {
  findMove,
  isOpen,
  type MovingAct,
  type Status,
  staysPublic,
  type Visibility,
} from "../../app/domain/case-status.ts";
import { type DeadlineRule, dueAt, lastDay, unitsBetween } from "../../app/domain/deadlines.ts";
import { allowanceStep, deskOf } from "../../app/domain/holding.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { nextWarning } from "../../app/domain/warnings.ts";
import type { Agency } from "../agencies.ts";
import type { NewCase } from "../cases.ts";
import { commitTo, type NewEvent } from "../events.ts";
import type { EventData, Tables } from "../schema.ts";
import type { Ground } from "./ground.ts";
import type { CasePlan, PublishedWords } from "./steps.ts";

type Row<T extends keyof Tables> = Tables[T]["$inferInsert"];
/** A row about a case whose number is not known before the case is stored. */
export type Later<T extends keyof Tables> = Omit<Row<T>, "caseId" | "id">;

/** An event whose data name rows by their place until these have numbers. */
export interface FoldedEvent extends NewEvent {
  readonly message?: number;
  readonly answer?: number;
  readonly namesLead?: true;
}

/** The columns of a case that its life changes. */
export type Changing = Pick<
  Tables["cases"]["$inferSelect"],
  | "status"
  | "resumeStatus"
  | "title"
  | "field"
  | "bottleneck"
  | "heldReason"
  | "agencyId"
  | "refusals"
  | "triageDueAt"
  | "dueAt"
  | "heldSince"
  | "allowanceDueAt"
  | "warnAt"
  | "pausedAt"
  | "pausedUnits"
  | "waitUntil"
  | "answeredAt"
  | "closeAt"
  | "closedAt"
  | "published"
  | "unitId"
  | "unitDueAt"
  | "unitApproves"
  | "heardAt"
  | "round"
  | "firstAnsweredAt"
  | "firstClosedAt"
  | "disputedAt"
  | "disputeDueAt"
  | "mergedAt"
  | "proposedAt"
  | "proposerId"
>;

/** A case while its steps are folded into rows. */
export interface Folding {
  readonly ground: Ground;
  readonly plan: CasePlan;
  readonly rule: DeadlineRule & { readonly id: number };
  readonly state: Changing;
  readonly events: FoldedEvent[];
  readonly messages: Later<"messages">[];
  readonly answers: Later<"answers">[];
  /** What agencies refused, each with the place of its words. */
  readonly refusals: (Omit<Later<"caseRefusals">, "messageId"> & { readonly message: number })[];
  readonly disputes: Later<"disputes">[];
  /** What the case was before it went on under another one. */
  beforeMerge: Changing | null;
  rating: Later<"ratings"> | null;
  publication: { readonly words: PublishedWords; readonly first: Date; readonly last: Date } | null;
  /** What waits for a second editor. */
  proposal: { readonly words: PublishedWords; readonly proposerId: number; readonly at: Date } | null;
}

/** The rows of a case, as its commands would have left them. */
export type FoldedCase = Pick<
  Folding,
  | "plan"
  | "events"
  | "messages"
  | "answers"
  | "refusals"
  | "disputes"
  | "beforeMerge"
  | "rating"
  | "publication"
  | "proposal"
> & {
  readonly row: Omit<NewCase, "code" | "search" | "secretHash" | "secretKeyId" | "mergedIntoId">;
};

/** What an event holds beside its type: data, and rows by their place. */
export type Telling = Pick<FoldedEvent, "message" | "answer" | "namesLead"> & { readonly data?: EventData };

/** Records what happened without moving the case. */
export function happen(
  folding: Folding,
  actor: Actor,
  at: Date,
  type: string,
  seenBy: Visibility,
  telling: Telling = {},
): void {
  const { data = {}, ...places } = telling;
  folding.events.push({ ...signatureOf(actor), type, at, fromStatus: null, toStatus: null, seenBy, data, ...places });
}

/** Moves the case along the table of moves. Throws when the table has no such move. */
export function move(
  folding: Folding,
  actor: Actor,
  at: Date,
  act: MovingAct,
  to: Status,
  telling: Telling = {},
): void {
  const { state } = folding;
  const from = state.status;
  const known = findMove(from, to, act);
  if (!known) throw new Error(`a seeded case cannot ${act} from ${from} to ${to}`);
  state.status = to;
  // Whoever of the office moves a case has taken in what the submitter wrote.
  if (actor.kind === "staff") state.heardAt = null;
  keepClocks(folding, from, at);
  if (state.published && !staysPublic(to)) {
    state.published = false;
    folding.publication = null;
  }
  if (!staysPublic(to)) {
    state.proposedAt = null;
    folding.proposal = null;
  }
  const { data, ...places } = telling;
  folding.events.push({
    ...signatureOf(actor),
    type: act,
    at,
    fromStatus: from,
    toStatus: to,
    seenBy: known.seenBy,
    data: { ...holderOf(folding), ...data },
    ...places,
  });
}

/** A desk that takes the case over begins with an allowance of its own, and the next warning is set. */
function keepClocks(folding: Folding, from: Status, at: Date): void {
  const { ground, plan, state, events } = folding;
  const before = events.findLast(({ toStatus }) => toStatus !== null)?.data.holderId;
  const holder = bodyOf(folding);
  const disputed = state.status === "disputed";
  if (holder?.id !== before || disputed !== (from === "disputed")) {
    state.heldSince = holder ? at : null;
    const rule = ground.rule(allowanceStep(state), plan.answers.kind, localDate(at));
    const ends = disputed ? state.disputeDueAt : dueAt(rule, at, ground.calendar);
    state.allowanceDueAt = holder ? ends : null;
  }
  const runs = isOpen(state.status) && state.status !== "waiting";
  state.warnAt = runs ? nextWarning(ground.warningSteps, 0, state.dueAt, ground.calendar) : null;
}

function bodyOf({ ground, state }: Folding): Agency | null {
  const desk = deskOf(state);
  return desk === "standing" ? ground.standingBody : ground.agencyById(desk);
}

/** The body at whose desk the case lies and its allowance, as an event of a move names them. */
export function holderOf(folding: Folding): EventData {
  const holder = bodyOf(folding);
  const { allowanceDueAt } = folding.state;
  const allowance: EventData = allowanceDueAt ? { allowanceDueAt: allowanceDueAt.toISOString() } : {};
  return holder ? { holderId: holder.id, holderVi: holder.nameVi, holderEn: holder.nameEn, ...allowance } : {};
}

/** Stores words said on the case and gives what its event tells of them. */
export function say(
  folding: Folding,
  actor: Actor,
  at: Date,
  words: Pick<Later<"messages">, "kind" | "body" | "seenBy"> & { lang?: "vi" | "en" },
): { message: number; data: EventData } {
  const { actorName: authorName, agencyVi, agencyEn } = signatureOf(actor);
  folding.messages.push({ lang: "vi", ...words, authorName, agencyVi, agencyEn, at });
  return { message: folding.messages.length - 1, data: commitTo(words.body) };
}

/** Lets the clock run again, at the latest from the end of the time to reply; gives the state in which the case goes on. */
export function resume({ ground, plan, rule, state }: Folding, now: Date): Status {
  const { calendar } = ground;
  const pausedAt = state.pausedAt ?? now;
  const lastMoment = state.waitUntil === null ? now : new Date(state.waitUntil.getTime() - 1);
  const end = now < lastMoment ? now : lastMoment;
  const days = workingDaysBetween(localDate(pausedAt), localDate(end), calendar);
  state.pausedUnits += unitsBetween(rule, pausedAt, end, calendar);
  state.dueAt = dueAt(rule, plan.receivedAt, calendar, state.pausedUnits);
  const later = (due: Date) => endOfDay(addWorkingDays(lastDay(due), days, calendar));
  state.triageDueAt = later(state.triageDueAt);
  state.allowanceDueAt = state.allowanceDueAt && later(state.allowanceDueAt);
  const to = state.resumeStatus ?? "submitted";
  state.pausedAt = null;
  state.waitUntil = null;
  state.resumeStatus = null;
  return to;
}

type Signature = Pick<NewEvent, "actorKind" | "actorId" | "actorName" | "agencyId" | "agencyVi" | "agencyEn">;

function signatureOf(actor: Actor): Signature {
  if (actor.kind !== "staff") {
    return { actorKind: actor.kind, actorId: null, actorName: "", agencyId: null, agencyVi: "", agencyEn: "" };
  }
  const { staffId: actorId, name: actorName, agencyId, agencyVi, agencyEn } = actor;
  return { actorKind: "staff", actorId, actorName, agencyId, agencyVi, agencyEn };
}
