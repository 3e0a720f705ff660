import { z } from "zod";
import { localDate, startOfDay } from "../domain/calendar.ts";
import { isoDate, optional } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { findIn, textsByField, unjudged } from "../domain/publishing.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import type { TakedownCategory } from "../domain/takedown.ts";
import { latestAnswer } from "../../db/answers.ts";
import type { CaseRow } from "../../db/cases.ts";
import {
  latestProposal,
  type Proposal,
  type Redaction,
  redactionsOf,
  standingMarks,
  updateProposal,
  wordsIn,
} from "../../db/proposals.ts";
import { publicationOfCase } from "../../db/publications.ts";
import { rulesOn } from "../../db/redaction-rules.ts";
import { logTakedown } from "../../db/takedowns.ts";
import type { Tx } from "../../db/store.server.ts";
import { carryObjections } from "./steps/carry-objections.ts";
import { changeCase } from "./steps/change-case.ts";
import { knownNames } from "./steps/known-names.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { projectProposal } from "./steps/project-proposal.ts";
import { tellFollowers, tellSubmitter } from "./steps/tell.ts";

export const publishInput = caseRef.extend({
  /** Not before this day; today or earlier means at once. */
  publishAfter: optional(isoDate),
});
export type PublishInput = z.infer<typeof publishInput>;

/** As far ahead as a publication can be put off, in days. */
const LONGEST_DELAY = 366;

/**
 * Publishes what another editor has proposed, or lets it wait for its day, when
 * a timer publishes it. Refuses with `own-work` the proposer, `proposal-outdated`
 * what no longer has the answer that the case has now, or has words that a
 * standing rule or a detector has found only since.
 */
export async function publishCase(tx: Tx, actor: Actor, input: PublishInput, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "publish");
  const proposal = await latestProposal(tx, row.id, actor.kind === "system" ? ["approved"] : ["open"]);
  if (!proposal) throw new Refusal("wrong-state");
  const answer = row.answeredAt === null ? null : await latestAnswer(tx, row.id, "approved");
  if (proposal.answerId !== (answer?.id ?? null) || (await hasNewFindings(tx, row, proposal, now))) {
    throw new Refusal("proposal-outdated");
  }

  const day = input.publishAfter;
  if (day !== undefined && day < localDate(now)) throw new InputRefusal({ publishAfter: "past" });
  if (actor.kind === "staff" && day !== undefined && day > localDate(now)) {
    return waitFor(tx, actor, row, proposal, day, now);
  }
  if (actor.kind === "system" && (row.publishAt === null || row.publishAt > now)) throw new Refusal("wrong-state");

  const first = !row.published;
  const masks = await newlyMasked(tx, row, proposal);
  const objectedAt = await carryObjections(tx, row, proposal, now);
  const published = await changeCase(
    tx,
    actor,
    row,
    {
      type: "publish",
      seenBy: "public",
      set: { published: true, proposedAt: null, publishAt: null, objectedAt },
      data: { withAnswer: answer !== null },
    },
    now,
  );
  const decided =
    actor.kind === "staff" ? { deciderId: actor.staffId, decidedAt: now } : { deciderId: proposal.deciderId };
  const done = { ...proposal, ...decided };
  await updateProposal(tx, proposal.id, { state: "published", ...decided });
  await projectProposal(tx, published, done, now);
  for (const category of masks.later) await logTakedown(tx, published, { act: "masked", category }, now);
  if (masks.count > 0) await tellSubmitter(tx, published, "masked", now, { masks: String(masks.count) });
  else if (first) await tellSubmitter(tx, published, "published", now);
  await tellFollowers(tx, published, "followed-changed", now);
  return published;
}

/** True when something is found in a proposal today on which nobody has given a verdict. */
async function hasNewFindings(tx: Tx, row: CaseRow, proposal: Proposal, now: Date): Promise<boolean> {
  const rules = await rulesOn(tx, localDate(now));
  const found = findIn(textsByField(proposal.texts), await knownNames(tx, row), rules);
  return unjudged(found, standingMarks(await redactionsOf(tx, proposal.id))).length > 0;
}

/** Approved: it waits for its day. */
async function waitFor(
  tx: Tx,
  actor: Extract<Actor, { kind: "staff" }>,
  row: CaseRow,
  proposal: Proposal,
  day: string,
  now: Date,
): Promise<CaseRow> {
  const publishAt = startOfDay(day);
  if (publishAt.getTime() - now.getTime() > LONGEST_DELAY * 24 * 3600 * 1000) {
    throw new InputRefusal({ publishAfter: "too-late" });
  }
  await updateProposal(tx, proposal.id, { state: "approved", deciderId: actor.staffId, decidedAt: now });
  const set = { proposedAt: null, publishAt };
  return changeCase(tx, actor, row, { type: "approve-publication", set, data: { publishAfter: day } }, now);
}

/**
 * How much this proposal masks that the one before it did not, and for which
 * reasons words are masked that have been public until now.
 */
async function newlyMasked(
  tx: Tx,
  row: CaseRow,
  proposal: Proposal,
): Promise<{ readonly count: number; readonly later: readonly TakedownCategory[] }> {
  const former = row.published ? await publicationOfCase(tx, row.id) : null;
  const before = await latestProposal(tx, row.id, ["published"]);
  const known = new Set(
    before ? (await standing(tx, before)).map((one) => `${one.field} ${wordsIn(before, one)}`) : [],
  );
  const shown: ReadonlyMap<string, string> = former ? textsByField(former) : new Map();
  const masked = await standing(tx, proposal);
  const later = masked.filter((one) => shown.get(one.field)?.includes(wordsIn(proposal, one)));
  return {
    count: masked.filter((one) => !known.has(`${one.field} ${wordsIn(proposal, one)}`)).length,
    later: [...new Set(later.map(({ reason }) => reason ?? "other"))],
  };
}

/** What a proposal masks, and nobody has lifted. */
async function standing(tx: Tx, proposal: Proposal): Promise<Redaction[]> {
  const all = await redactionsOf(tx, proposal.id);
  return all.filter(({ verdict, liftedAt }) => verdict === "masked" && liftedAt === null);
}
