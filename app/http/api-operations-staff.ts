import { z } from "zod";
import { queueQuery } from "./api-inputs.ts";
import type { Operation } from "./api-operations.ts";
import { pageOf } from "./api-shapes.ts";
import * as shape from "./api-staff-shapes.ts";
import { casework, type CaseworkName, caseworkNames } from "./casework.ts";

const ifMatch = z.object({ "If-Match": z.string().meta({ example: '"3"' }) });

/** A command of the casework: its input without the case, which the address and `If-Match` name. */
const command = (name: CaseworkName): Operation => ({
  id: `staff_${name}`,
  method: "post",
  path: `/api/v1/staff/cases/{code}/${name}`,
  group: "staff",
  access: "staff",
  headers: ifMatch,
  body: withoutCase(casework[name].schema),
  answers: { 200: shape.staffCase, 204: null },
  tagged: true,
  problems: [
    "unreadable",
    "unauthorized",
    "forbidden",
    "not-found",
    "wrong-state",
    "arbiter-decided",
    "with-arbiter",
    "stale",
    "newer-draft",
    "too-late",
    "too-large",
    "wrong-type",
    "input",
    "version-needed",
    "too-many",
    "unavailable",
  ],
});

/** The fields of a body; what holds between fields is no part of their description. */
function withoutCase(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? z.object(schema.shape).omit({ code: true, version: true }) : schema;
}

/** The calls of whoever holds a token of a staff account: the same commands as the office pages. */
export const staffOperations: readonly Operation[] = [
  {
    id: "listStaffCases",
    method: "get",
    path: "/api/v1/staff/cases",
    group: "staff",
    access: "staff",
    query: queueQuery,
    answers: { 200: pageOf(shape.staffSummary, "StaffCasePage") },
    problems: ["unauthorized", "forbidden", "input", "too-many", "unavailable"],
  },
  {
    id: "readStaffCase",
    method: "get",
    path: "/api/v1/staff/cases/{code}",
    group: "staff",
    access: "staff",
    answers: { 200: shape.staffCase },
    tagged: true,
    problems: ["unauthorized", "not-found", "too-many", "unavailable"],
  },
  ...caseworkNames.map(command),
];
