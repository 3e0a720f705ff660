import { z } from "zod";
import { contestMaskInput } from "../commands/contest-mask.ts";
import { objectInput } from "../commands/object-to-merge.ts";
import { rateInput } from "../commands/rate-case.ts";
import { replyInput } from "../commands/reply-to-question.ts";
import { disputeInput } from "../commands/dispute-case.ts";
import { withdrawInput } from "../commands/withdraw-case.ts";
import { submissionSchema } from "../domain/forms.ts";
import { RECEIPT_FORMAT } from "../domain/receipt.ts";
import {
  caseListQuery,
  communesQuery,
  fieldsQuery,
  languageQuery,
  lateCasesQuery,
  lookupInput,
  referenceQuery,
  secretInput,
  statisticsQuery,
} from "./api-inputs.ts";
import type { Operation } from "./api-operations.ts";
import type { ProblemCode } from "./api-problem.ts";
import { readinessCodes } from "./api-readiness.ts";
import { eraseInput } from "./api-submitter.ts";
import * as caseShape from "./api-case-shapes.ts";
import * as publicShape from "./api-public-shapes.ts";
import * as shape from "./api-shapes.ts";

const caseRefFields = { code: true, version: true } as const;
const ifNoneMatch = z.object({ "If-None-Match": z.string().optional() });
const idempotencyKey = z.object({ "Idempotency-Key": z.string().max(255).optional() });

const read = { method: "get", access: "public", tagged: true, headers: ifNoneMatch } as const;
const readProblems = ["too-many", "input", "unavailable"] as const satisfies readonly ProblemCode[];
const secretProblems = ["unreadable", "not-found", "too-large", "wrong-type", "too-many", "unavailable"] as const;

/** An act of the submitter: the input of its command with the secret in place of the case's code. */
const submitterAct = (id: string, last: string, input: z.ZodObject, more: readonly ProblemCode[] = []): Operation => ({
  id,
  method: "post",
  path: `/api/v1/cases/{code}/${last}`,
  group: "submitter",
  access: "secret",
  body: input.omit(caseRefFields).extend(secretInput.shape),
  answers: { 200: caseShape.submitterCase },
  problems: [...secretProblems, "wrong-state", "already-exists", "window-over", "input", ...more],
});

const referenceList = (id: string, last: string, query: z.ZodObject, page: z.ZodType): Operation => ({
  ...read,
  id,
  path: `/api/v1/${last}`,
  group: "reference",
  query,
  answers: { 200: page, 304: null },
  problems: readProblems,
});

const latePage = shape.pageOf(publicShape.publicSummary, "LateCasePage");
/** The published cases that are late now, as the page of an agency or a province names the first of them. */
const lateList = (id: string, axis: "agencies" | "provinces", example: string): Operation => ({
  ...read,
  id,
  path: `/api/v1/statistics/${axis}/{code}/late`,
  group: "reference",
  params: z.object({ code: z.string().meta({ example }) }),
  query: lateCasesQuery,
  answers: { 200: latePage, 304: null },
  problems: ["not-found", ...readProblems],
});

/** The calls that need no account. */
export const publicOperations: readonly Operation[] = [
  {
    id: "submitCase",
    method: "post",
    path: "/api/v1/cases",
    group: "cases",
    access: "public",
    headers: idempotencyKey,
    body: submissionSchema,
    sentAs: ["application/json", "multipart/form-data"],
    answers: { 201: caseShape.receipt, 200: caseShape.receipt },
    problems: ["unreadable", "key-reused", "too-large", "wrong-type", "input", "too-many", "unavailable"],
  },
  {
    ...read,
    id: "listCases",
    path: "/api/v1/cases",
    group: "cases",
    query: caseListQuery,
    answers: { 200: shape.filteredPageOf(publicShape.publicSummary, "PublicCasePage"), 304: null },
    problems: readProblems,
  },
  {
    ...read,
    id: "readCase",
    path: "/api/v1/cases/{code}",
    group: "cases",
    answers: { 200: publicShape.publicCase, 303: publicShape.mergedCase, 304: null },
    problems: ["not-found", "too-many", "unavailable"],
  },
  {
    id: "lookUpCase",
    method: "post",
    path: "/api/v1/cases/lookup",
    group: "submitter",
    access: "secret",
    body: lookupInput,
    answers: { 200: caseShape.submitterCase },
    problems: secretProblems,
  },
  {
    id: "readReceipt",
    method: "post",
    path: "/api/v1/cases/{code}/receipt",
    group: "submitter",
    access: "secret",
    body: secretInput,
    answers: { 200: caseShape.signedReceipt },
    problems: secretProblems,
  },
  {
    id: "checkReceipt",
    method: "post",
    path: "/api/v1/receipts/check",
    group: "submitter",
    access: "public",
    body: z.looseObject({ format: z.literal(RECEIPT_FORMAT).optional() }),
    answers: { 200: caseShape.checkedReceipt },
    problems: ["unreadable", "too-large", "wrong-type", "too-many", "unavailable"],
  },
  submitterAct("replyToQuestion", "messages", replyInput),
  submitterAct("rateCase", "rating", rateInput),
  submitterAct("disputeCase", "dispute", disputeInput),
  submitterAct("withdrawCase", "withdraw", withdrawInput),
  submitterAct("objectToMerge", "objection", objectInput),
  submitterAct("contestMask", "mask-objection", contestMaskInput),
  submitterAct("eraseIdentity", "erasure", eraseInput, ["forbidden"]),
  {
    id: "readOwnData",
    method: "post",
    path: "/api/v1/cases/{code}/data",
    group: "submitter",
    access: "secret",
    body: secretInput,
    answers: { 200: caseShape.ownData },
    problems: secretProblems,
  },
  referenceList("listAgencies", "agencies", referenceQuery, shape.pageOf(shape.agency, "AgencyPage")),
  referenceList("listProvinces", "provinces", referenceQuery, shape.pageOf(shape.province, "ProvincePage")),
  referenceList("listCommunes", "communes", communesQuery, shape.pageOf(shape.commune, "CommunePage")),
  referenceList("listFields", "fields", fieldsQuery, shape.pageOf(shape.term, "TermPage")),
  referenceList("listStatistics", "statistics", statisticsQuery, shape.statisticsPage),
  lateList("listLateCasesOfAgency", "agencies", "BKHCN"),
  lateList("listLateCasesOfProvince", "provinces", "01"),
  {
    ...read,
    id: "describeApi",
    path: "/api/openapi.json",
    group: "portal",
    query: languageQuery,
    answers: { 200: z.looseObject({ openapi: z.string() }), 304: null },
    problems: ["input", "unavailable"],
  },
  {
    id: "isAlive",
    method: "get",
    path: "/healthz",
    group: "portal",
    access: "public",
    answers: { 200: z.object({ status: z.literal("ok") }).meta({ id: "Alive" }) },
    problems: [],
  },
  {
    id: "isReady",
    method: "get",
    path: "/readyz",
    group: "portal",
    access: "public",
    answers: { 200: readiness("ready"), 503: readiness("not-ready") },
    problems: [],
  },
];

function readiness(status: "ready" | "not-ready") {
  return z.object({ status: z.literal(status), codes: z.array(z.enum(readinessCodes)) });
}
