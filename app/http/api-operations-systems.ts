import { z } from "zod";
import { systemChanges } from "../commands/change-system.ts";
import { connectSystemInput, systemFields } from "../commands/connect-system.ts";
import { taskReportFields } from "../commands/report-task.ts";
import { deliveryStates } from "../domain/webhook.ts";
import { listLimit, rowCursor } from "./api-inputs.ts";
import type { Operation } from "./api-operations.ts";
import type { ProblemCode } from "./api-problem.ts";
import * as shape from "./api-system-shapes.ts";

const ifMatch = z.object({ "If-Match": z.string().meta({ example: '"3"' }) });
const systemId = z.object({ id: z.string() });
const always = ["unauthorized", "forbidden", "too-many", "unavailable"] as const satisfies readonly ProblemCode[];
const written = ["unreadable", "too-large", "wrong-type", "input"] as const satisfies readonly ProblemCode[];
const managed = { group: "systems", access: "webhook" } as const;

export const deliveryQuery = z.object({
  state: z.enum(deliveryStates, { error: "wrong" }).default("dead"),
  limit: listLimit(20),
  cursor: rowCursor,
});

/** A change of a connected system, of the version that `If-Match` names. */
const change = (name: string, body?: z.ZodType): Operation => ({
  ...managed,
  id: `system_${name}`,
  method: "post",
  path: `/api/v1/webhooks/{id}/${name}`,
  params: systemId,
  headers: ifMatch,
  ...(body ? { body } : {}),
  answers: { 200: shape.systemWithSecret },
  tagged: true,
  problems: [...always, ...written, "not-found", "stale", "wrong-state", "version-needed"],
});

/** The calls about connected systems, for whoever manages them; and what those systems report. */
export const systemOperations: readonly Operation[] = [
  {
    ...managed,
    id: "listSystems",
    method: "get",
    path: "/api/v1/webhooks",
    answers: { 200: shape.systemPage },
    problems: always,
  },
  {
    ...managed,
    id: "connectSystem",
    method: "post",
    path: "/api/v1/webhooks",
    body: connectSystemInput([]),
    answers: { 201: shape.systemWithSecret },
    tagged: true,
    problems: [...always, ...written],
  },
  {
    ...managed,
    id: "readSystem",
    method: "get",
    path: "/api/v1/webhooks/{id}",
    params: systemId,
    answers: { 200: shape.connectedSystem },
    tagged: true,
    problems: [...always, "not-found"],
  },
  ...systemChanges.map((name) => change(name, name === "edit" ? z.object(systemFields([])) : undefined)),
  {
    ...managed,
    id: "testSystem",
    method: "post",
    path: "/api/v1/webhooks/{id}/test",
    params: systemId,
    answers: { 202: shape.delivery },
    problems: [...always, "not-found", "wrong-state"],
  },
  {
    ...managed,
    id: "listDeliveries",
    method: "get",
    path: "/api/v1/webhooks/{id}/deliveries",
    params: systemId,
    query: deliveryQuery,
    answers: { 200: shape.deliveryPage },
    problems: [...always, "not-found", "input"],
  },
  {
    ...managed,
    id: "resendDelivery",
    method: "post",
    path: "/api/v1/webhooks/{id}/deliveries/{delivery}/resend",
    params: systemId.extend({ delivery: z.string() }),
    answers: { 202: shape.delivery },
    problems: [...always, "not-found", "wrong-state"],
  },
  {
    id: "reportTask",
    method: "post",
    path: "/api/v1/tasks/{id}/reports",
    params: systemId,
    group: "systems",
    access: "signed",
    headers: z.object({
      "Cau-Noi-System": z.string(),
      "Cau-Noi-Timestamp": z.string().meta({ example: "1795348800" }),
      "Cau-Noi-Signature": z.string().meta({ example: "v1=…" }),
    }),
    body: taskReportFields,
    answers: { 200: shape.task },
    problems: [...written, "unsigned", "not-found", "stale", "key-reused", "task-over", "too-many", "unavailable"],
  },
];
