import { localDate } from "../../app/domain/calendar.ts";
import { dueAt } from "../../app/domain/deadlines.ts";
import type { Actor } from "../../app/domain/actor.ts";
import { isUnderstood, readReferences } from "../../app/domain/legal-reference.ts";
import { referenceWording } from "../../app/domain/legal-wording.ts";
import { canonicalJson, commitTo } from "../events.ts";
import { type Folding, happen, move, resume, say } from "./folding.ts";
import type { Act, Step } from "./steps.ts";

type StepOf<A extends Act["act"]> = Extract<Step, { act: A }>;

/** What each act leaves behind: the same changes as its command makes, without a database. */
export function foldStep(folding: Folding, actor: Actor, step: Step): void {
  const { state, plan } = folding;
  const { at } = step;
  const { lang } = plan.answers;
  switch (step.act) {
    case "classify": {
      const { title, field, bottleneck } = step;
      Object.assign(state, { title, field, bottleneck });
      return happen(folding, actor, at, "classify", "office", { data: { field, bottleneck } });
    }
    case "release":
      state.heldReason = null;
      return happen(folding, actor, at, "release", "office");
    case "assign":
      return assign(folding, actor, step);
    case "accept":
      return move(folding, actor, at, "accept", "in_progress");
    case "refuse":
      return refuse(folding, actor, step);
    case "ask": {
      const said = say(folding, actor, at, { kind: "question", body: step.question, seenBy: "submitter" });
      const limit = folding.ground.rule("supplement", plan.answers.kind, localDate(at));
      state.resumeStatus = state.status;
      state.pausedAt = at;
      state.waitUntil = dueAt(limit, at, folding.ground.calendar);
      return move(folding, actor, at, "ask", "waiting", said);
    }
    case "reply": {
      const said = say(folding, actor, at, { kind: "reply", body: step.reply, seenBy: "submitter", lang });
      state.heardAt = at;
      return move(folding, actor, at, "reply", resume(folding, at), said);
    }
    case "lapse":
      return move(folding, actor, at, "lapse", resume(folding, at));
    case "note": {
      const said = say(folding, actor, at, { kind: "note", body: step.note, seenBy: "office" });
      return happen(folding, actor, at, "note", "office", said);
    }
    case "draft":
      keepAnswer(folding, actor, step);
      return;
    case "answer": {
      const { body, outcome } = step;
      const data = { outcome: outcome.kind, ...commitTo(canonicalJson({ body, outcome })) };
      const answer = keepAnswer(folding, actor, step);
      return move(folding, actor, at, "answer", "awaiting_approval", { answer, data });
    }
    case "return": {
      const { answer, text } = lastAnswer(folding);
      folding.answers[answer] = { ...text, state: "returned" };
      folding.answers.push({ ...text, state: "draft" });
      const said = say(folding, actor, at, { kind: "reason", body: step.reason, seenBy: "office" });
      return move(folding, actor, at, "return", "in_progress", { ...said, answer });
    }
    case "approve":
      return approve(folding, actor, at);
    case "propose-publication": {
      const proposerId = actor.kind === "staff" ? actor.staffId : 0;
      folding.proposal = { words: step.words, proposerId, at };
      Object.assign(state, { proposedAt: at, proposerId });
      const data = { withAnswer: state.answeredAt !== null, masked: 0, harmless: 0 };
      return happen(folding, actor, at, "propose-publication", "office", { data });
    }
    case "publish":
      if (!folding.proposal) throw new Error("a seeded case is published that nobody proposed");
      folding.publication = { words: folding.proposal.words, first: folding.publication?.first ?? at, last: at };
      folding.proposal = null;
      Object.assign(state, { published: true, proposedAt: null });
      return happen(folding, actor, at, "publish", "public", { data: { withAnswer: state.answeredAt !== null } });
    case "rate":
      return rate(folding, actor, step);
    case "close":
      state.closedAt = at;
      return move(folding, actor, at, "close", "closed");
    case "decline": {
      const said = say(folding, actor, at, { kind: "reason", body: step.reason, seenBy: "submitter" });
      state.closedAt = at;
      const data = { ...said.data, reasonCode: step.reasonCode };
      return move(folding, actor, at, "decline", "declined", { ...said, data });
    }
    case "dispute":
      return dispute(folding, actor, step);
    case "reopen":
      return reopen(folding, actor, step);
    case "uphold": {
      const said = say(folding, actor, at, { kind: "reason", body: step.reason, seenBy: "submitter" });
      decide(folding, actor, "uphold", at);
      Object.assign(state, { closedAt: at, disputeDueAt: null });
      return move(folding, actor, at, "uphold", "closed", said);
    }
    case "merge":
      folding.beforeMerge = { ...state };
      Object.assign(state, { closedAt: at, mergedAt: at });
      return move(folding, actor, at, "merge", "merged", { namesLead: true });
    case "withdraw": {
      const { reason } = step;
      const said = reason ? say(folding, actor, at, { kind: "reason", body: reason, seenBy: "submitter", lang }) : {};
      Object.assign(state, { closedAt: at, pausedAt: null, waitUntil: null });
      return move(folding, actor, at, "withdraw", "withdrawn", said);
    }
  }
}

function assign(folding: Folding, actor: Actor, step: StepOf<"assign">): void {
  const agency = folding.ground.agencies.get(step.agency);
  if (!agency) throw new Error(`there is no agency ${step.agency}`);
  const said = step.note ? say(folding, actor, step.at, { kind: "note", body: step.note, seenBy: "office" }) : null;
  folding.state.agencyId = agency.id;
  const data = { ...said?.data, agencyId: agency.id };
  move(folding, actor, step.at, "assign", "assigned", { ...said, data });
}

function approve(folding: Folding, actor: Actor, at: Date): void {
  const { state, ground, plan } = folding;
  const { answer, text } = lastAnswer(folding);
  if (actor.kind !== "staff") throw new Error("nobody approves a seeded answer");
  folding.answers[answer] = { ...text, state: "approved", approvedBy: actor.staffId, approvedAt: at };
  state.answeredAt = at;
  state.closeAt = dueAt(ground.rule("close", plan.answers.kind, localDate(at)), at, ground.calendar);
  move(folding, actor, at, "approve", "answered", { answer, data: { inTime: at < state.dueAt } });
}

function rate(folding: Folding, actor: Actor, step: StepOf<"rate">): void {
  const { state } = folding;
  const data = { level: Number(step.level), solved: step.solved === "yes" };
  folding.rating = { ...data, comment: step.comment ?? null, round: state.round, at: step.at };
  if (!data.solved || state.status !== "answered") return happen(folding, actor, step.at, "rate", "public", { data });
  state.closedAt = step.at;
  move(folding, actor, step.at, "rate", "closed", { data });
}

/** Keeps an answer, in place of the draft before it if there is one; gives its place. */
function keepAnswer(folding: Folding, actor: Actor, step: StepOf<"draft" | "answer">): number {
  const { answers, state } = folding;
  if (actor.kind !== "staff" || state.agencyId === null) throw new Error("nobody answers a seeded case");
  const last = answers.length - 1;
  const draft = answers[last]?.state === "draft" ? answers[last] : null;
  const place = draft ? last : answers.length;
  const handedIn = step.act === "answer" ? { points: [], acknowledged: [] } : {};
  answers[place] = {
    ...draft,
    ...handedIn,
    draftVersion: (draft?.draftVersion ?? 0) + 1,
    state: step.act === "draft" ? "draft" : "submitted",
    body: step.body,
    outcome: { ...step.outcome },
    lang: "vi",
    agencyId: state.agencyId,
    draftedBy: actor.staffId,
    draftedAt: step.at,
  };
  return place;
}

function refuse(folding: Folding, actor: Actor, step: StepOf<"refuse">): void {
  const { state, refusals, ground: known, plan } = folding;
  const { at } = step;
  const competent = known.agencies.get(step.competent);
  const ground = readReferences(step.basis).find(isUnderstood);
  if (!competent || !ground || state.agencyId === null) throw new Error("a seeded refusal names nobody");
  const body = `${step.reason}\n\n→ ${competent.nameVi}\n§ ${referenceWording(ground, "vi")}`;
  const said = say(folding, actor, at, { kind: "reason", body, seenBy: "office" });
  const { field } = state;
  const about = { agencyId: state.agencyId, competentId: competent.id, ground, kind: plan.answers.kind, field, at };
  refusals.push({ ...about, message: said.message });
  state.agencyId = null;
  state.refusals += 1;
  move(folding, actor, at, "refuse", "submitted", { ...said, data: { ...said.data, competentId: competent.id } });
}

function dispute(folding: Folding, actor: Actor, step: StepOf<"dispute">): void {
  const { state, ground: known, plan, disputes } = folding;
  const { ground, reason, at } = step;
  const { kind, lang } = plan.answers;
  const said = say(folding, actor, at, { kind: "dispute", body: reason, seenBy: "submitter", lang });
  const due = dueAt(known.rule("dispute", kind, localDate(at)), at, known.calendar);
  disputes.push({ round: state.round, ground, at, dueAt: due });
  const firstClosedAt = state.firstClosedAt ?? state.closedAt;
  Object.assign(state, { disputedAt: at, disputeDueAt: due, heardAt: at, closedAt: null, firstClosedAt });
  move(folding, actor, at, "dispute", "disputed", { ...said, data: { ...said.data, ground } });
}

function reopen(folding: Folding, actor: Actor, step: StepOf<"reopen" | "uphold">): void {
  const { state } = folding;
  const { at } = step;
  const said = say(folding, actor, at, { kind: "reason", body: step.reason, seenBy: "submitter" });
  decide(folding, actor, "reopen", at);
  const round = state.round + 1;
  const firstAnsweredAt = state.firstAnsweredAt ?? state.answeredAt;
  const firstClosedAt = state.firstClosedAt ?? state.closedAt;
  const cleared = { answeredAt: null, closedAt: null, closeAt: null, disputedAt: null, disputeDueAt: null };
  Object.assign(state, { round, firstAnsweredAt, firstClosedAt, ...cleared });
  move(folding, actor, at, "reopen", "in_progress", { ...said, data: { ...said.data, round } });
}

/** Notes how the dispute of this round was decided, and by whom. */
function decide(folding: Folding, actor: Actor, decision: "reopen" | "uphold", decidedAt: Date): void {
  const last = folding.disputes.pop();
  if (!last || actor.kind !== "staff") throw new Error("nobody decides a seeded dispute");
  folding.disputes.push({ ...last, decision, decidedBy: actor.staffId, decidedAt });
}

function lastAnswer({ answers }: Folding): { answer: number; text: Folding["answers"][number] } {
  const answer = answers.length - 1;
  const text = answers[answer];
  if (!text) throw new Error("a seeded answer is missing");
  return { answer, text };
}
