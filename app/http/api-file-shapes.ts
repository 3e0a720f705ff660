import { z } from "zod";
import { columnTypes } from "./open-data-file.ts";
import { formats } from "./open-data-text.ts";
import { caseCode, count, lang, moment, words } from "./api-shapes.ts";

/** What the files that the portal publishes are like, as far as they are JSON. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const openDataManifest = z
  .object({
    portal: z.url(),
    dictionary: z.url(),
    terms: z.object({ vi: z.url(), en: z.url() }),
    /** False while the files are made anew: they come without checksums then. */
    finished: z.boolean(),
    madeAt: moment.nullable(),
    dataVersion: count.nullable(),
    files: z.array(
      z.object({
        name: z.string(),
        format: z.enum(formats),
        url: z.url(),
        rows: count,
        bytes: count,
        sha256,
        /** What is sent to whoever takes these encodings. */
        encoded: z.array(z.object({ encoding: z.enum(["br", "gzip"]), bytes: count, sha256 })),
      }),
    ),
  })
  .meta({ id: "OpenDataManifest" });

export const openDataDictionary = z
  .object({
    files: z.array(
      z.object({
        name: z.string(),
        title: words,
        about: words,
        columns: z.array(z.object({ name: z.string(), type: z.enum(columnTypes), description: words })),
      }),
    ),
  })
  .meta({ id: "OpenDataDictionary" });

/** A checkpoint as it is signed: a text of lines. */
const note = z.string();
const hash = z.string().meta({ description: "Hexadecimal" });
const proven = {
  index: count,
  salt: hash,
  proof: z.array(hash),
  /** Number and time of the first checkpoint that speaks for it. */
  checkpoint: count,
  signedAt: z.string(),
};
export const caseProof = z
  .object({
    format: z.string(),
    case: caseCode,
    /** The newest checkpoint, on which all proofs rest; null before the first. */
    checkpoint: note.nullable(),
    /** Public events that the next checkpoint will speak for. */
    waiting: count,
    events: z.array(
      z.object({
        ...proven,
        told: z.object({
          case: caseCode,
          position: count,
          type: z.string(),
          at: moment,
          agencyVi: z.string(),
          agencyEn: z.string(),
          fromStatus: z.string().nullable(),
          toStatus: z.string().nullable(),
          holderVi: z.string().nullable(),
          holderEn: z.string().nullable(),
        }),
        kept: hash,
      }),
    ),
    texts: z
      .object({
        ...proven,
        told: z.object({ case: caseCode, at: moment, texts: z.record(z.string(), z.unknown()) }),
      })
      .nullable(),
    consistency: z.object({ from: note, proof: z.array(hash) }).nullable(),
  })
  .meta({ id: "LedgerCaseProof" });

export const consistencyProof = z
  .object({ format: z.string(), from: note, to: note, proof: z.array(hash) })
  .meta({ id: "LedgerConsistencyProof" });

export const receiptKeys = z
  .object({
    keys: z.array(
      z.object({
        keyId: z.string(),
        algorithm: z.literal("Ed25519"),
        /** The one that signs now. */
        current: z.boolean(),
        pem: z.string(),
        sha256,
      }),
    ),
  })
  .meta({ id: "ReceiptKeys" });

export const jsonFeed = z
  .object({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    description: z.string(),
    home_page_url: z.url(),
    feed_url: z.url(),
    next_url: z.url().optional(),
    language: lang,
    authors: z.array(z.object({ name: z.string() })),
    items: z.array(
      z.object({
        id: z.string(),
        url: z.url(),
        title: z.string(),
        content_html: z.string(),
        content_text: z.string(),
        date_published: moment,
        date_modified: moment,
        language: lang,
        tags: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ id: "JsonFeed", description: "JSON Feed 1.1" });
