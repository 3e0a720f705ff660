import { z } from "zod";
import { fileTypes } from "../domain/attachments.ts";
import { filedCoAuthor } from "../domain/co-authors.ts";
import { maskReasons } from "../domain/mask.ts";
import { kinds, reporterTypes } from "../domain/case-kind.ts";
import { HASH_UNKNOWN, RECEIPT_FORMAT } from "../domain/receipt.ts";
import { outcomeSchema } from "../domain/outcome.ts";
import { pointStates } from "../domain/question-points.ts";
import {
  agencyRef,
  caseCode,
  count,
  day,
  deadline,
  deskStay,
  identity,
  kind,
  lang,
  moment,
  promise,
  rating,
  status,
  timelineEntry,
  words,
} from "./api-shapes.ts";

/** What the API answers to those who send cases. */
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

/** What a check of a receipt found; the facts are those that were signed. */
export const checkedReceipt = z
  .object({
    verdict: z.enum(["genuine", "altered", "unknown-key", "unreadable"]),
    keyId: z.string().nullable(),
    code: caseCode.nullable(),
    receivedAt: moment.nullable(),
  })
  .meta({ id: "CheckedReceipt" });

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
export const attachment = z
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

/** What is masked on the public page of the case. */
const ownMask = z
  .object({
    id: z.int(),
    field: z.string(),
    words: z.string(),
    reason: z.enum(maskReasons),
    note: z.string().nullable(),
    /** How the author's last objection to it stands. */
    objection: z.enum(["open", "kept", "lifted"]).nullable(),
  })
  .meta({ id: "OwnMask" });
export const submitterActNames = [
  "reply",
  "supplement",
  "rate",
  "dispute",
  "object",
  "contest-mask",
  "withdraw",
  "erase-identity",
] as const;
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
    /** Files with which the agency proves its answers. */
    evidence: z.array(attachment),
    answer: answerText.nullable(),
    rating: rating.extend({ comment: z.string().nullable() }).nullable(),
    /** The other language in which the answer is published; its text is null until all of it is translated. */
    translation: z.object({ body: z.string().nullable(), lang }).nullable(),
    promise: promise.nullable(),
    /** The last day to dispute the answer, and the one by which an open dispute is decided. */
    disputeBy: day.nullable(),
    decidedBy: day.nullable(),
    /** The case under which this one goes on after a merge, and the last day of its answer. */
    leadCode: caseCode.nullable(),
    jointDueOn: day.nullable(),
    /** The letter from which this one was split, and the parts into which this one was. */
    parentCode: caseCode.nullable(),
    parts: z.array(z.object({ code: caseCode, title: z.string(), lang, status })),
    published: z.boolean(),
    masks: z.array(ownMask),
    /** What the submitter may do now. */
    acts: z.array(z.enum(submitterActNames)),
  })
  .meta({ id: "SubmitterCase" });

/** Everything held about one case, for its sender alone. */
export const ownData = z
  .object({
    madeAt: moment,
    account: z.null(),
    cases: z.array(
      submitterCase.extend({
        identity: identity.extend({ coAuthors: z.array(filedCoAuthor).nullable().optional() }).nullable(),
        identityHidden: z.boolean(),
        identityErasedAt: moment.nullable(),
        publishConsent: z.boolean(),
        address: z.string().nullable(),
        provinceCode: z.string().nullable(),
        communeCode: z.string().nullable(),
        field: z.string().nullable(),
        files: z.array(
          z.object({
            name: z.string(),
            type: z.string(),
            size: count,
            sentAt: moment,
            from: z.enum(["sender", "agency"]),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "OwnData" });
