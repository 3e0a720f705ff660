import { z } from "zod";
import { languages } from "../domain/case-kind.ts";
import * as shape from "./api-file-shapes.ts";
import { feedQuery } from "./api-inputs.ts";
import type { Operation } from "./api-operations.ts";
import { caseCode } from "./api-shapes.ts";

const text = z.string();
const ifNoneMatch = z.object({ "If-None-Match": z.string().optional() });
const number = z.object({ number: z.string().regex(/^(0|[1-9]\d{0,9})$/) });
const open = { method: "get", access: "public", group: "files" } as const;

/** A file of the public log of all cases. */
const ledgerFile = (
  id: string,
  name: string,
  own: { media?: string; params?: z.ZodObject; answer?: z.ZodType; always?: true } = {},
): Operation => ({
  ...open,
  id,
  path: `/ledger/${name}`,
  ...(own.params ? { params: own.params } : {}),
  answers: { 200: own.answer ?? text },
  media: own.answer ? {} : { 200: [own.media ?? "text/plain"] },
  problems: own.always ? ["too-many", "unavailable"] : ["not-found", "too-many", "unavailable"],
});

const inLanguage = z.object({ lang: z.enum(languages) });
const badge = (id: string, ending: string, media: string): Operation => ({
  ...open,
  id,
  path: `/{lang}/cases/{code}/${ending}`,
  params: inLanguage.extend({ code: caseCode }),
  answers: { 200: text, 404: text },
  media: { 200: [media], 404: ["text/html"] },
  problems: [],
});

/** What the portal publishes outside `/api`: open data, the public log, feeds, badges and keys. */
export const fileOperations: readonly Operation[] = [
  {
    ...open,
    id: "readManifest",
    path: "/open-data/manifest.json",
    answers: { 200: shape.openDataManifest },
    problems: ["too-many", "unavailable"],
  },
  {
    ...open,
    id: "readDictionary",
    path: "/open-data/dictionary.json",
    answers: { 200: shape.openDataDictionary },
    problems: ["too-many", "unavailable"],
  },
  {
    ...open,
    id: "readChecksums",
    path: "/open-data/SHA256SUMS",
    answers: { 200: text },
    media: { 200: ["text/plain"] },
    problems: ["too-many", "unavailable"],
  },
  {
    ...open,
    id: "readOpenData",
    path: "/open-data/{file}",
    params: z.object({ file: z.string().meta({ example: "cases.csv" }) }),
    headers: ifNoneMatch.extend({ Range: z.string().optional(), "Accept-Encoding": z.string().optional() }),
    answers: { 200: text, 206: text, 304: null, 416: null },
    media: { 200: ["text/csv", "application/jsonl"], 206: ["text/csv", "application/jsonl"] },
    problems: ["not-found", "too-many", "unavailable"],
  },
  ledgerFile("readLedgerKeys", "keys", { always: true }),
  ledgerFile("readCheckpoint", "checkpoint"),
  ledgerFile("readCheckpointByNumber", "checkpoints/{number}", { params: number }),
  ledgerFile("readLeaves", "leaves/{number}", { params: number }),
  ledgerFile("readCaseProof", "cases/{code}.json", { answer: shape.caseProof }),
  ledgerFile("readConsistency", "consistency/{from}-{to}.json", {
    params: z.object({ from: z.string(), to: z.string() }),
    answer: shape.consistencyProof,
  }),
  ledgerFile("readVerifier", "verify.mjs", { media: "text/javascript", always: true }),
  {
    ...open,
    id: "readAtomFeed",
    path: "/{lang}/cases.atom",
    params: inLanguage,
    query: feedQuery,
    headers: ifNoneMatch,
    answers: { 200: text, 304: null },
    media: { 200: ["application/atom+xml"] },
    tagged: true,
    problems: ["too-many"],
  },
  {
    ...open,
    id: "readJsonFeed",
    path: "/{lang}/cases.json",
    params: inLanguage,
    query: feedQuery,
    headers: ifNoneMatch,
    answers: { 200: shape.jsonFeed, 304: null },
    media: { 200: ["application/feed+json"] },
    tagged: true,
    problems: ["too-many"],
  },
  badge("readBadge", "badge", "text/html"),
  badge("readBadgePicture", "badge.svg", "image/svg+xml"),
  {
    ...open,
    id: "readReceiptKeys",
    path: "/.well-known/cau-noi-receipt-keys.json",
    answers: { 200: shape.receiptKeys },
    problems: [],
  },
  {
    ...open,
    id: "readReceiptKey",
    path: "/receipt-key.pem",
    query: z.object({ key: z.string().optional() }),
    answers: { 200: text, 404: text },
    media: { 200: ["application/x-pem-file"], 404: ["text/plain"] },
    problems: [],
  },
];
