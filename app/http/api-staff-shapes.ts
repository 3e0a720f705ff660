import { z } from "zod";
import { levels, reporterTypes } from "../domain/case-kind.ts";
import { caseActs } from "../domain/acts.ts";
import { consultStates } from "../domain/consult.ts";
import { disputeGrounds } from "../domain/dispute.ts";
import { pointStates } from "../domain/question-points.ts";
import { officeTask } from "./api-system-shapes.ts";
import { attachment } from "./api-case-shapes.ts";
import {
  moment,
  caseCode,
  kind,
  status,
  lang,
  translated,
  words,
  count,
  agencyRef,
  standing,
  deadline,
  timelineEntry,
  deskStay,
  rating,
  identity,
} from "./api-shapes.ts";

/** What the API answers to the programs of offices. */
const staffFields = {
  code: caseCode,
  kind,
  status,
  title: z.string(),
  lang,
  field: z.string().nullable(),
  level: z.enum(levels),
  provinceCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  agency: agencyRef.nullable(),
  /** Why the case is held for review, or null. */
  heldReason: z.string().nullable(),
  receivedAt: moment,
  triageDueAt: moment,
  dueAt: moment,
  standing,
  published: z.boolean(),
  version: z.int().min(1),
};
export const staffSummary = z.object(staffFields).meta({ id: "StaffCaseSummary" });
const staffMessage = z
  .object({
    id: z.int(),
    kind: z.enum(["question", "reply", "note", "reason", "dispute"]),
    body: z.string(),
    lang,
    seenBy: z.enum(["public", "submitter", "office"]),
    author: z.string(),
    agency: words.nullable(),
    at: moment,
  })
  .meta({ id: "StaffMessage" });
const staffEvent = timelineEntry
  .extend({ actorKind: z.string(), actor: z.string(), seenBy: z.enum(["public", "submitter", "office"]) })
  .meta({ id: "StaffEvent" });
const staffAnswer = z
  .object({
    state: z.enum(["draft", "submitted", "returned", "approved"]),
    body: z.string(),
    lang,
    /** Half-filled while a draft. */
    outcome: z.record(z.string(), z.unknown()),
    /** To be sent back with what is written on from it. */
    draftVersion: z.number().int(),
    draftedAt: moment,
    approvedAt: moment.nullable(),
  })
  .meta({ id: "StaffAnswer" });
/** One point of the question; `id` names it in `draft` and `answer`. */
const point = z
  .object({
    id: z.int(),
    text: z.string(),
    state: z.enum(pointStates),
    /** The body to which it is pointed elsewhere, the day until which it is deferred. */
    body: z.string().nullable(),
    until: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: "Point" });
/** What another agency was asked; `id` names it in `answer-consult` and `withdraw-consult`. */
const consult = z
  .object({
    id: z.int(),
    agency: agencyRef,
    askedBy: agencyRef,
    question: z.string(),
    askedAt: moment,
    dueAt: moment,
    state: z.enum(consultStates),
    answer: z.string().nullable(),
    answeredAt: moment.nullable(),
  })
  .meta({ id: "Consult" });
const publishedTexts = z
  .object({
    title: translated,
    question: translated,
    answer: translated.nullable(),
    publishedAt: moment,
    updatedAt: moment,
  })
  .meta({ id: "PublishedTexts" });

const reasoned = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** Its share of the votes of near cases. */
    share: z.number().min(0).max(1),
    /** How many near cases were given it, the words that they share with the case, and up to five of them. */
    cases: count,
    words: z.array(z.string()),
    like: z.array(caseCode),
  });

export const suggestions = z
  .object({
    agency: z.array(reasoned(agencyRef)),
    field: z.array(reasoned(z.string())),
    bottleneck: z.array(reasoned(z.string())),
    level: z.array(reasoned(z.enum(levels))),
    duplicates: z.array(
      z.object({ code: caseCode, place: z.string(), sameField: z.boolean(), words: z.array(z.string()) }),
    ),
  })
  .meta({ id: "Suggestions" });

export const staffCase = z
  .object({
    ...staffFields,
    content: z.string(),
    details: z.record(z.string(), z.string()),
    contentSha256: z.string(),
    bottleneck: z.string().nullable(),
    address: z.string().nullable(),
    reporterType: z.enum(reporterTypes),
    publishConsent: z.boolean(),
    refusals: count,
    deadline,
    waitUntil: moment.nullable(),
    answeredAt: moment.nullable(),
    closedAt: moment.nullable(),
    leadCode: caseCode.nullable(),
    /** The near-equal letters of which this one is: how many, from how many people with a name, how many without. */
    campaign: z.object({ id: count, letters: count, named: count, anonymous: count }).nullable(),
    timeline: z.array(staffEvent),
    desks: z.array(deskStay),
    messages: z.array(staffMessage),
    attachments: z.array(attachment),
    /** Files with which the agency proves its answers. */
    evidence: z.array(attachment),
    answer: staffAnswer.nullable(),
    points: z.array(point),
    consults: z.array(consult),
    /** Of a published case, for editors: its texts sentence by sentence. */
    translation: z.array(
      z.object({
        id: z.int(),
        part: z.string(),
        lang,
        source: z.string(),
        state: z.enum(["none", "draft", "returned", "approved"]),
        stale: z.boolean(),
        translation: z.string().nullable(),
        draft: z.string().nullable(),
        machine: z.boolean(),
        returnReason: z.string().nullable(),
      }),
    ),
    /** What connected systems have of the case as a task; and those to which it can be handed, by the `system` of `hand-task`. */
    tasks: z.array(officeTask),
    takers: z.array(z.object({ system: z.string(), name: z.string() })),
    publication: publishedTexts.nullable(),
    rating: rating.extend({ comment: z.string().nullable() }).nullable(),
    /** The dispute of the answer that it has now; its words stand among the messages. */
    dispute: z
      .object({
        ground: z.enum(disputeGrounds),
        at: moment,
        dueAt: moment,
        decision: z.enum(["reopen", "uphold"]).nullable(),
        decidedAt: moment.nullable(),
      })
      .nullable(),
    /** What near cases suggest while the case is in triage; nothing is applied by itself. */
    suggestions: suggestions.nullable().optional(),
    /** The commands that the token's owner may call on the case now. */
    acts: z.array(z.enum(caseActs)),
    /** Who sent the case: only in the answer to `reveal`. */
    identity: identity.nullable().optional(),
  })
  .meta({ id: "StaffCase" });
