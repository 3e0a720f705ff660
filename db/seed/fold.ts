import { createHash } from "node:crypto";
import { localDate } from "../../app/domain/calendar.ts";
import { dueAt } from "../../app/domain/deadlines.ts";
import { detailFields, type Submission } from "../../app/domain/forms.ts";
import { openingWords } from "../../app/domain/text.ts";
import { nextWarning } from "../../app/domain/warnings.ts";
import { textLanguage } from "../../app/domain/text-language.ts";
import { receiptData } from "../receipts.ts";
import { type Cast, playerOf } from "./cast.ts";
import { foldStep } from "./fold-steps.ts";
import { type FoldedCase, type Folding, holderOf } from "./folding.ts";
import type { Ground } from "./ground.ts";
import type { CasePlan } from "./steps.ts";

/**
 * Folds a plan into rows. `tests/store/seed.test.ts` holds these rows against
 * the ones that the commands leave.
 */
export function foldCase(ground: Ground, cast: Cast, plan: CasePlan): FoldedCase {
  const { answers: given, receivedAt } = plan;
  const today = localDate(receivedAt);
  const title = given.title ?? openingWords(given.content);
  const details = detailsOf(given);
  const contentSha256 = createHash("sha256").update(given.content).digest("hex");
  const folding = fileCase(ground, plan, title, today);
  const { state, rule } = folding;
  folding.events.push({
    type: "submit",
    at: receivedAt,
    actorKind: "public",
    actorId: null,
    actorName: "",
    agencyId: null,
    agencyVi: "",
    agencyEn: "",
    fromStatus: null,
    toStatus: "submitted",
    seenBy: "public",
    data: { ...holderOf(folding), ...receiptData(ground.site, { ...state, contentSha256 }, []) },
  });
  for (const step of plan.steps) foldStep(folding, playerOf(cast, step.by, 0), step);

  const { kind, lang, content, communeCode = null, address = null, reporterType } = given;
  const { events, messages, answers, refusals, disputes, beforeMerge, rating, publication, proposal } = folding;
  const row: FoldedCase["row"] = {
    ...state,
    kind,
    lang,
    textLang: textLanguage(`${title}\n${content}`, lang),
    content,
    details,
    contentSha256,
    provinceCode: communeCode ? ground.provinceOf(communeCode) : (given.provinceCode ?? null),
    communeCode,
    address,
    reporterType,
    publishConsent: given.publishConsent === "yes",
    receivedAt,
    ruleId: rule.id,
    calendarVersion: ground.calendar.version,
    version: events.length,
  };
  return {
    plan,
    row,
    events,
    messages,
    answers,
    refusals,
    disputes,
    beforeMerge,
    rating,
    publication,
    proposal,
  };
}

function fileCase(ground: Ground, plan: CasePlan, title: string, today: string): Folding {
  const { kind, field = null } = plan.answers;
  const rule = ground.rule("answer", kind, today);
  const triageDueAt = dueAt(ground.rule("triage", kind, today), plan.receivedAt, ground.calendar);
  const due = dueAt(rule, plan.receivedAt, ground.calendar);
  return {
    ground,
    plan,
    rule,
    state: {
      status: "submitted",
      resumeStatus: null,
      title,
      field,
      bottleneck: null,
      heldReason: plan.heldReason,
      agencyId: null,
      refusals: 0,
      triageDueAt,
      dueAt: due,
      heldSince: plan.receivedAt,
      allowanceDueAt: triageDueAt,
      warnAt: nextWarning(ground.warningSteps, 0, due, ground.calendar),
      pausedAt: null,
      pausedUnits: 0,
      waitUntil: null,
      answeredAt: null,
      closeAt: null,
      closedAt: null,
      published: false,
      unitId: null,
      unitDueAt: null,
      unitApproves: false,
      heardAt: null,
      round: 1,
      firstAnsweredAt: null,
      firstClosedAt: null,
      disputedAt: null,
      disputeDueAt: null,
      mergedAt: null,
      proposedAt: null,
      proposerId: null,
    },
    events: [],
    messages: [],
    answers: [],
    refusals: [],
    disputes: [],
    beforeMerge: null,
    rating: null,
    publication: null,
    proposal: null,
  };
}

function detailsOf(given: Submission): Record<string, string> {
  const answers: Record<string, unknown> = given;
  const details: Record<string, string> = {};
  for (const name of detailFields[given.kind]) {
    const value = answers[name];
    if (typeof value === "string") details[name] = value;
  }
  return details;
}
