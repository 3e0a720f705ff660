import { createHash, randomUUID } from "node:crypto";
import { acceptCase } from "../app/commands/accept-case.ts";
import { addNote } from "../app/commands/add-note.ts";
import { approveAnswer } from "../app/commands/approve-answer.ts";
import { askSubmitter } from "../app/commands/ask-submitter.ts";
import { assignCase } from "../app/commands/assign-case.ts";
import { classifyCase } from "../app/commands/classify-case.ts";
import { closeCase } from "../app/commands/close-case.ts";
import { declineCase } from "../app/commands/decline-case.ts";
import { disputeCase } from "../app/commands/dispute-case.ts";
import { draftAnswer } from "../app/commands/draft-answer.ts";
import { lapseQuestion } from "../app/commands/lapse-question.ts";
import { mergeCase } from "../app/commands/merge-case.ts";
import { proposePublication } from "../app/commands/propose-publication.ts";
import { publishCase } from "../app/commands/publish-case.ts";
import { rateCase } from "../app/commands/rate-case.ts";
import { refuseCase } from "../app/commands/refuse-case.ts";
import { releaseCase } from "../app/commands/release-case.ts";
import { reopenCase } from "../app/commands/reopen-case.ts";
import { replyToQuestion } from "../app/commands/reply-to-question.ts";
import { returnAnswer } from "../app/commands/return-answer.ts";
import { submitAnswer } from "../app/commands/submit-answer.ts";
import { type Receipt, submitCase } from "../app/commands/submit-case.ts";
import { upholdAnswer } from "../app/commands/uphold-answer.ts";
import { withdrawCase } from "../app/commands/withdraw-case.ts";
import { findCase } from "../db/cases.ts";
import { type Cast, playerOf } from "../db/seed/cast.ts";
import type { Ground } from "../db/seed/ground.ts";
import type { CasePlan, Step } from "../db/seed/steps.ts";
import type { Store, Tx } from "../db/store.server.ts";

/** A case that was filed: what its submitter holds. */
export interface FiledCase {
  readonly plan: CasePlan;
  readonly id: number;
  readonly receipt: Receipt;
}

interface Scene {
  readonly at: Date;
  readonly play: (tx: Tx) => Promise<void>;
}

/** How many acts share a transaction; each still runs at its own moment. */
const SCENES_PER_WRITE = 40;

/** Lives planned cases through the commands themselves, in the order of time. Returns the filed cases by index. */
export async function actOut(
  store: Store,
  ground: Ground,
  cast: Cast,
  plans: readonly CasePlan[],
): Promise<Map<number, FiledCase>> {
  const filed = new Map<number, FiledCase>();
  const scenes = plans.flatMap((plan): Scene[] => [
    { at: plan.receivedAt, play: async (tx) => void filed.set(plan.index, await file(tx, plan)) },
    ...plan.steps.map((step) => ({ at: step.at, play: (tx: Tx) => perform(tx, ground, cast, filed, plan, step) })),
  ]);
  // The sort is stable: acts of one case at one moment keep their order.
  scenes.sort((one, other) => one.at.getTime() - other.at.getTime());
  for (let from = 0; from < scenes.length; from += SCENES_PER_WRITE) {
    await store.write(async (tx) => {
      for (const scene of scenes.slice(from, from + SCENES_PER_WRITE)) await scene.play(tx);
    });
  }
  return filed;
}

async function file(tx: Tx, plan: CasePlan): Promise<FiledCase> {
  const { answers, heldReason, codeBytes, receivedAt } = plan;
  const bodyHash = createHash("sha256").update(JSON.stringify(answers)).digest("hex");
  const key = { key: randomUUID(), sessionHash: "seed", bodyHash };
  const receipt = await submitCase(tx, { kind: "public" }, { answers, key, heldReason, codeBytes }, receivedAt);
  const row = await findCase(tx, receipt.code);
  if (!row) throw new Error("a seeded case was not stored");
  return { plan, id: row.id, receipt };
}

async function perform(
  tx: Tx,
  ground: Ground,
  cast: Cast,
  filed: ReadonlyMap<number, FiledCase>,
  plan: CasePlan,
  step: Step,
): Promise<void> {
  const own = filed.get(plan.index);
  if (!own) throw new Error("a seeded case acts before it is filed");
  const { code } = own.receipt;
  const actor = playerOf(cast, step.by, own.id);
  const now = step.at;
  switch (step.act) {
    case "classify":
      return done(
        classifyCase(tx, actor, { code, title: step.title, field: step.field, bottleneck: step.bottleneck }, now),
      );
    case "release":
      return done(releaseCase(tx, actor, { code }, now));
    case "assign": {
      const agency = ground.agencies.get(step.agency);
      if (!agency) throw new Error(`there is no agency ${step.agency}`);
      return done(assignCase(tx, actor, { code, agencyId: agency.id, note: step.note }, now));
    }
    case "accept":
      return done(acceptCase(tx, actor, { code }, now));
    case "refuse": {
      const competentId = ground.agencies.get(step.competent)?.id;
      return done(refuseCase(tx, actor, { code, reason: step.reason, competentId, ground: step.basis }, now));
    }
    case "ask":
      return done(askSubmitter(tx, actor, { code, question: step.question }, now));
    case "reply":
      return done(replyToQuestion(tx, actor, { code, reply: step.reply }, now));
    case "lapse":
      return done(lapseQuestion(tx, actor, { code }, now));
    case "note":
      return done(addNote(tx, actor, { code, note: step.note }, now));
    case "draft":
      return done(draftAnswer(tx, actor, { code, body: step.body, outcome: step.outcome }, now));
    case "answer":
      return done(submitAnswer(tx, actor, { code, body: step.body, outcome: step.outcome }, now));
    case "return":
      return done(returnAnswer(tx, actor, { code, reason: step.reason }, now));
    case "approve":
      return done(approveAnswer(tx, actor, { code }, now));
    case "propose-publication":
      return done(proposePublication(tx, actor, { code, ...step.words, verdicts: [], masks: [] }, now));
    case "publish":
      return done(publishCase(tx, actor, { code }, now));
    case "rate":
      return done(rateCase(tx, actor, { code, level: step.level, solved: step.solved, comment: step.comment }, now));
    case "close":
      return done(closeCase(tx, actor, { code }, now));
    case "dispute":
      return done(disputeCase(tx, actor, { code, ground: step.ground, reason: step.reason }, now));
    case "reopen":
      return done(reopenCase(tx, actor, { code, reason: step.reason }, now));
    case "uphold":
      return done(upholdAnswer(tx, actor, { code, reason: step.reason }, now));
    case "decline":
      return done(declineCase(tx, actor, { code, reasonCode: step.reasonCode, reason: step.reason }, now));
    case "merge": {
      const lead = filed.get(plan.index - 1);
      if (!lead) throw new Error("a seeded case follows one that was never filed");
      return done(mergeCase(tx, actor, { code, leadCode: lead.receipt.code }, now));
    }
    case "withdraw":
      return done(withdrawCase(tx, actor, { code, reason: step.reason }, now));
  }
}

async function done(work: Promise<unknown>): Promise<void> {
  await work;
}
