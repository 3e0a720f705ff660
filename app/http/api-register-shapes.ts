import { z } from "zod";
import { kinds } from "../domain/case-kind.ts";
import { outcomeKinds } from "../domain/outcome.ts";
import { entryStates } from "../domain/register.ts";
import { takedownActs, takedownCategories } from "../domain/takedown.ts";
import { agencyRef, count, day, lang, moment, words } from "./api-shapes.ts";

/** What the API answers of the register of barriers, of what was changed after reports, and of what was taken down. */
const pages = z.object({ vi: z.url(), en: z.url() });
/** A sum of what senders claim, and how many of them did; null where nobody did. */
const claimed = z
  .object({ amount: count, reports: count })
  .nullable()
  .meta({ id: "ClaimedCost", description: "As senders give it, added up and checked by nobody" });

const document = z
  .object({ slug: z.string().meta({ example: "13-2023-nd-cp" }), name: words, title: words })
  .meta({ id: "LegalDocumentRef" });

const entryFields = {
  document,
  /** The place in its document as it stands in addresses. */
  provision: z.string().meta({ example: "dieu-12-khoan-2" }),
  name: words,
  state: z.enum(entryStates),
  reports: count,
  newestReportAt: moment,
  /** From when on an amendment has mended it. */
  fixedOn: day.nullable(),
  cost: z.object({
    /** Minutes of work a year. */
    minutes: claimed,
    /** Đồng a year. */
    money: claimed,
  }),
  drafter: agencyRef.nullable(),
  url: pages,
};
export const barrierSummary = z.object(entryFields).meta({ id: "BarrierSummary" });

const counted = z.object({ code: z.string(), name: words.nullable(), reports: count }).meta({ id: "CountedTerm" });
/** An amending act with the provisions that it changes. */
const changeFields = {
  id: z.int(),
  act: words,
  inForceOn: day,
  what: words,
  gazetteUrl: z.url(),
  provisions: z.array(z.object({ document: z.string(), provision: z.string(), name: words })),
  /** Published cases that led to it. */
  cases: count,
  url: pages,
};
export const change = z.object(changeFields).meta({ id: "Change" });
export const barrier = z
  .object({
    ...entryFields,
    document: document.extend({ validFrom: day, validTo: day.nullable() }).meta({ id: "LegalDocument" }),
    /** By classes of Resolution 206/2025/QH15, sectors of the economy, and provinces: the most reports first. */
    classes: z.array(counted),
    sectors: z.array(counted),
    provinces: z.array(counted),
    /** What agencies decided of the reports, by the answers that stand. */
    decisions: z.array(z.object({ outcomeKind: z.enum(outcomeKinds), reports: count })),
    /** The acts that amended it; `reportedSince` once somebody reported it again after one. */
    amendments: z.array(z.object({ id: z.int(), act: words, inForceOn: day, reportedSince: z.boolean() })),
  })
  .meta({ id: "Barrier" });

/** A line of the public log; it never says which case. */
export const takedown = z
  .object({
    act: z.enum(takedownActs),
    on: day,
    kind: z.enum(kinds),
    category: z.enum(takedownCategories),
    ground: z.object({ text: z.string(), lang }).nullable(),
    agency: words.nullable(),
  })
  .meta({ id: "Takedown" });
