import { z } from "zod";
import { maskReasons } from "../domain/mask.ts";
import { outcomeKinds, outcomeSchema } from "../domain/outcome.ts";
import { answerStates } from "../domain/published-answer.ts";
import {
  agencyRef,
  caseCode,
  count,
  day,
  deadline,
  deskStay,
  kind,
  lang,
  moment,
  promise,
  rating,
  status,
  timelineEntry,
  translated,
  words,
} from "./api-shapes.ts";

/** What the API tells everybody of published cases. */
const publicFields = {
  code: caseCode,
  kind,
  status,
  lang,
  title: translated,
  field: z.string().nullable(),
  bottleneck: z.string().nullable(),
  /** Of an initiative: the strategic technology that it is about, and how ready it is by its sender's word. */
  technology: z.string().nullable(),
  readiness: z.int().min(1).max(9).nullable(),
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
  /** How often it is followed, and by how many confirmed people. */
  followers: count,
  confirmedFollowers: count,
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
/** Null where the brackets stood in the text itself. */
const maskedFor = z.array(z.enum(maskReasons).nullable());
/** A provision of the register that the case is about. */
const provision = z
  .object({ document: z.string(), provision: z.string(), name: words, url: z.url() })
  .meta({ id: "ProvisionRef" });
export const publicCase = z
  .object({
    ...publicFields,
    question: translated,
    answer: translated.nullable(),
    outcome: z.object({ vi: outcomeSchema.nullable(), en: outcomeSchema.nullable() }).nullable(),
    translation,
    masks: z
      .object({
        title: maskedFor,
        question: maskedFor,
        answer: maskedFor,
        /** By the field of the outcome. */
        outcome: z.record(z.string(), maskedFor),
      })
      .meta({ id: "Masks", description: "Why each […] of the published texts is there, in their order" }),
    /** Of an answer that promises something by a day. */
    promise: promise.nullable(),
    provisions: z.array(provision),
    /** Where its history stands in the public log, with proofs. */
    proofUrl: z.url(),
    /** When the case was last taken up again after an answer. */
    reopenedAt: moment.nullable(),
    deadline,
    timeline: z.array(timelineEntry),
    desks: z.array(deskStay),
  })
  .meta({ id: "PublicCase" });
