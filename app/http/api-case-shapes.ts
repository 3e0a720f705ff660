import { z } from "zod";
import { fileTypes } from "../domain/attachments.ts";
import { kinds, reporterTypes } from "../domain/case-kind.ts";
import { HASH_UNKNOWN, RECEIPT_FORMAT } from "../domain/receipt.ts";
import { outcomeKinds, outcomeSchema } from "../domain/outcome.ts";
import { answerStates } from "../domain/published-answer.ts";
import { pointStates } from "../domain/question-points.ts";
import {
  moment,
  day,
  caseCode,
  kind,
  status,
  lang,
  translated,
  words,
  count,
  agencyRef,
  deadline,
  timelineEntry,
  deskStay,
  rating,
} from "./api-shapes.ts";

/** What the API answers to those who send cases and to the public. */
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
  title: translated,
  field: z.string().nullable(),
  provinceCode: z.string().nullable(),
  communeCode: z.string().nullable(),
  agency: agencyRef.nullable(),
  /** How it ended; null while the published answer does not stand. */
  outcomeKind: z.enum(outcomeKinds).nullable(),
  answerState: z.enum(answerStates).meta({
    description:
      "How the published answer stands: none is published; it stands; it is disputed; it stands though its submitter disagrees; the case was reopened and the answer is looked at again; there is a newer one that is not published yet",
  }),
  rating: rating.nullable(),
  receivedOn: day,
  dueOn: day,
  answeredAt: moment.nullable(),
  publishedAt: moment,
  updatedAt: moment,
  url: z.object({ vi: z.url(), en: z.url() }),
};
export const publicSummary = z.object(publicFields).meta({ id: "PublicCaseSummary" });
/** The public address of a case that goes on under another. */
export const mergedCase = z
  .object({ code: caseCode, leadCode: caseCode })
  .meta({ id: "MergedCase", description: "`Location` is the leading case, under which this one goes on" });
/** The texts sentence by sentence; a text is in `title`, `question`, `answer` and `outcome` once all of it is translated. */
const translation = z
  .object({
    authoritative: lang,
    segments: count,
    approved: count,
    stale: count,
    texts: z.array(
      z.object({
        part: z.string(),
        lang,
        source: z.string(),
        translation: z.string().nullable(),
        state: z.enum(["translated", "stale", "untranslated"]),
        machine: z.boolean(),
      }),
    ),
  })
  .meta({ id: "Translation" });
export const publicCase = z
  .object({
    ...publicFields,
    question: translated,
    answer: translated.nullable(),
    outcome: z.object({ vi: outcomeSchema.nullable(), en: outcomeSchema.nullable() }).nullable(),
    translation,
    /** When the case was last taken up again after an answer. */
    reopenedAt: moment.nullable(),
    deadline,
    timeline: z.array(timelineEntry),
    desks: z.array(deskStay),
  })
  .meta({ id: "PublicCase" });
