import { z } from "zod";
import { barrierListQuery, changesQuery, rowsQuery } from "./api-inputs.ts";
import type { Operation } from "./api-operations.ts";
import { publicSummary } from "./api-public-shapes.ts";
import * as shape from "./api-register-shapes.ts";
import { filteredPageOf, pageOf } from "./api-shapes.ts";

const read = {
  method: "get",
  access: "public",
  group: "register",
  tagged: true,
  headers: z.object({ "If-None-Match": z.string().optional() }),
} as const;
const listProblems = ["input", "too-many", "unavailable"] as const;
const provision = z.object({
  document: z.string().meta({ example: "13-2023-nd-cp" }),
  provision: z.string().meta({ example: "dieu-12-khoan-2" }),
});
const change = z.object({ id: z.string().regex(/^\d{1,12}$/) });
const cases = pageOf(publicSummary, "ReportPage");

/** The register of barriers and what became of it. */
export const registerOperations: readonly Operation[] = [
  {
    ...read,
    id: "listBarriers",
    path: "/api/v1/barriers",
    query: barrierListQuery,
    answers: { 200: filteredPageOf(shape.barrierSummary, "BarrierPage"), 304: null },
    problems: listProblems,
  },
  {
    ...read,
    id: "readBarrier",
    path: "/api/v1/barriers/{document}/{provision}",
    params: provision,
    answers: { 200: shape.barrier, 304: null },
    problems: ["not-found", "too-many", "unavailable"],
  },
  {
    ...read,
    id: "listBarrierCases",
    path: "/api/v1/barriers/{document}/{provision}/cases",
    params: provision,
    query: rowsQuery,
    answers: { 200: cases, 304: null },
    problems: ["not-found", ...listProblems],
  },
  {
    ...read,
    id: "listChanges",
    path: "/api/v1/changes",
    query: changesQuery,
    answers: { 200: pageOf(shape.change, "ChangePage"), 304: null },
    problems: listProblems,
  },
  {
    ...read,
    id: "readChange",
    path: "/api/v1/changes/{id}",
    params: change,
    answers: { 200: shape.change, 304: null },
    problems: ["not-found", "too-many", "unavailable"],
  },
  {
    ...read,
    id: "listChangeCases",
    path: "/api/v1/changes/{id}/cases",
    params: change,
    query: rowsQuery,
    answers: { 200: cases, 304: null },
    problems: ["not-found", ...listProblems],
  },
  {
    ...read,
    id: "listTakedowns",
    path: "/api/v1/takedowns",
    query: rowsQuery,
    answers: { 200: pageOf(shape.takedown, "TakedownPage"), 304: null },
    problems: listProblems,
  },
];
