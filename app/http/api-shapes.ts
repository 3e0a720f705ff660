import { z } from "zod";
import { fileTypes } from "../domain/attachments.ts";
import { kinds, languages, levels, reporterTypes } from "../domain/case-kind.ts";
import { caseActs } from "../domain/acts.ts";
import { HASH_UNKNOWN, RECEIPT_FORMAT } from "../domain/receipt.ts";
import { statuses } from "../domain/case-status.ts";
import { outcomeKinds, outcomeSchema } from "../domain/outcome.ts";
import { pointStates } from "../domain/question-points.ts";

/**
 * What the API answers with. The OpenAPI document is made from these schemas,
 * the functions of `api-views.ts` are typed by them, and the tests hold every
 * answer against them.
 */
export const moment = z.iso.datetime().meta({ description: "RFC 3339, UTC" });
export const day = z.iso.date().meta({ description: "A day in Asia/Ho_Chi_Minh" });
export const caseCode = z
  .string()
  .regex(/^(PA|KN|RC|SK)-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  .meta({ id: "CaseCode", example: "PA-7K3M-92QX" });
export const kind = z.enum(kinds).meta({ id: "Kind" });
export const status = z.enum(statuses).meta({ id: "Status" });
const lang = z.enum(languages).meta({ id: "Language" });
export const words = z.object({ vi: z.string(), en: z.string() }).meta({ id: "Words" });
const count = z.int().min(0);

export const agencyRef = z
  .object({ id: z.int(), code: z.string(), name: words, abbreviation: z.string() })
  .meta({ id: "AgencyRef" });
export const agency = agencyRef
  .extend({ kind: z.string(), parentId: z.int().nullable(), provinceCode: z.string().nullable() })
  .meta({ id: "Agency" });
export const province = z
  .object({ code: z.string(), kind: z.string(), name: words, fullName: words })
  .meta({ id: "Province" });
export const commune = z
  .object({
    code: z.string(),
    kind: z.string(),
    name: words,
    provinceCode: z.string(),
    /** The name before 1/7/2025 that the search found, when it is not today's. */
    formerName: z.string().nullable(),
  })
  .meta({ id: "Commune" });
export const term = z.object({ code: z.string(), name: words }).meta({ id: "Term" });

export const standing = z
  .object({
    kind: z.enum(["done", "paused", "fine", "soon", "late"]),
    daysLeft: count.nullable(),
    daysLate: count.nullable(),
  })
  .meta({ id: "Standing", description: "Working days, by the calendar in force at filing" });
export const deadline = z
  .object({
    dueAt: moment,
    /** The last day on which an answer is in time. */
    dueOn: day,
    /** The last day promised at filing, before any pause. */
    promisedOn: day,
    amount: count,
    unit: z.enum(["working_days", "days"]),
    basis: words,
    standing,
  })
  .meta({ id: "Deadline" });

export const timelineEntry = z
  .object({ type: z.string(), at: moment, toStatus: status.nullable(), agency: words.nullable() })
  .meta({ id: "TimelineEntry" });
export const deskStay = z
  .object({
    desk: z.enum(["agency", "submitter"]),
    agency: words,
    from: moment,
    until: moment.nullable(),
    workingDays: count,
    /** Of the clock, nights and days off included. */
    minutes: count,
    /** The end of the desk's own allowance; null for the submitter. */
    allowanceDueAt: moment.nullable(),
    late: z.boolean(),
  })
  .meta({ id: "DeskStay", description: "How long the case lay where" });
export const rating = z
  .object({ level: z.int().min(1).max(4), solved: z.boolean() })
  .meta({ id: "Rating", description: "1 very dissatisfied … 4 very satisfied" });

export const receipt = z
  .object({
    code: caseCode,
    /** Shown once; null when the same key comes again. */
    secret: z.string().nullable(),
    receivedAt: moment,
    dueAt: moment,
    contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
    trackUrl: z.url(),
  })
  .meta({ id: "Receipt" });

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
export const signedReceipt = z
  .object({
    format: z.literal(RECEIPT_FORMAT),
    portal: z.string(),
    code: caseCode,
    kind: z.enum(kinds),
    /** In Viet Nam's time. */
    receivedAt: z.string(),
    receivedAtUtc: moment,
    agencyVi: z.string(),
    agencyEn: z.string(),
    triageDue: day,
    answerDue: day,
    textSha256: fingerprint,
    /** A dash for a file whose check had not ended. */
    fileSha256: z.array(fingerprint.or(z.literal(HASH_UNKNOWN))),
    keyId: z.string(),
    /** Ed25519 over the receipt's text, base64. */
    signature: z.string(),
  })
  .meta({ id: "SignedReceipt" });

const message = z
  .object({
    kind: z.enum(["question", "reply", "reason", "dispute"]),
    body: z.string(),
    lang,
    from: z.enum(["agency", "submitter"]),
    agency: words.nullable(),
    at: moment,
  })
  .meta({ id: "Message" });
const attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.enum(fileTypes),
    /** Bytes, as it was sent. */
    size: count,
    state: z.enum(["receiving", "checking", "ready", "refused"]),
    refusal: z.string().nullable(),
    scan: z.enum(["waiting", "clean", "infected", "off"]),
    /** There is a copy that may be opened now. */
    open: z.boolean(),
  })
  .meta({ id: "Attachment" });
export const answerText = z
  .object({
    body: z.string(),
    lang,
    outcome: outcomeSchema,
    /** What became of each point of the question. */
    points: z.array(
      z.object({
        text: z.string(),
        state: z.enum(pointStates),
        /** Who is competent for a point that is pointed elsewhere. */
        body: z.string().nullable(),
        /** The day until which a point is deferred. */
        until: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    approvedAt: moment,
  })
  .meta({ id: "Answer" });

export const submitterCase = z
  .object({
    code: caseCode,
    kind,
    status,
    lang,
    title: z.string(),
    content: z.string(),
    details: z.record(z.string(), z.string()),
    contentSha256: z.string(),
    reporterType: z.enum(reporterTypes),
    agency: agencyRef.nullable(),
    receivedAt: moment,
    answeredAt: moment.nullable(),
    deadline,
    /** The last day to reply to the open question. */
    replyBy: day.nullable(),
    timeline: z.array(timelineEntry),
    desks: z.array(deskStay),
    messages: z.array(message),
    attachments: z.array(attachment),
    answer: answerText.nullable(),
    rating: rating.extend({ comment: z.string().nullable() }).nullable(),
    /** The case under which this one goes on after a merge. */
    leadCode: caseCode.nullable(),
    published: z.boolean(),
    /** What the submitter may do now. */
    acts: z.array(z.enum(["reply", "supplement", "rate", "dispute", "withdraw"])),
  })
  .meta({ id: "SubmitterCase" });

const publicFields = {
  code: caseCode,
  kind,
  status,
  lang,
  title: words,
  field: z.string().nullable(),
  provinceCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  agency: agencyRef.nullable(),
  outcomeKind: z.enum(outcomeKinds).nullable(),
  rating: rating.nullable(),
  receivedOn: day,
  dueOn: day,
  answeredAt: moment.nullable(),
  publishedAt: moment,
  updatedAt: moment,
  url: z.object({ vi: z.url(), en: z.url() }),
};
export const publicSummary = z.object(publicFields).meta({ id: "PublicCaseSummary" });
export const publicCase = z
  .object({
    ...publicFields,
    question: words,
    answer: words.nullable(),
    outcome: z.object({ vi: outcomeSchema, en: outcomeSchema }).nullable(),
    deadline,
    timeline: z.array(timelineEntry),
    desks: z.array(deskStay),
  })
  .meta({ id: "PublicCase" });

/** One page of a list; `nextCursor` is null on the last. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });

const staffFields = {
  code: caseCode,
  kind,
  status,
  title: z.string(),
  lang,
  field: z.string().nullable(),
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
export const identity = z
  .object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    taxCode: z.string().nullable(),
  })
  .meta({ id: "Identity" });
const publishedTexts = z
  .object({ title: words, question: words, answer: words.nullable(), publishedAt: moment, updatedAt: moment })
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
    answer: staffAnswer.nullable(),
    publication: publishedTexts.nullable(),
    rating: rating.extend({ comment: z.string().nullable() }).nullable(),
    /** What near cases suggest while the case is in triage; nothing is applied by itself. */
    suggestions: suggestions.nullable().optional(),
    /** The commands that the token's owner may call on the case now. */
    acts: z.array(z.enum(caseActs)),
    /** Who sent the case: only in the answer to `reveal`. */
    identity: identity.nullable().optional(),
  })
  .meta({ id: "StaffCase" });

export const problemShape = z
  .object({
    type: z.string().meta({ example: "/problems/input" }),
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    errors: z.record(z.string(), z.object({ rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });
