import { z } from "zod";
import { caseNews, deliveryStates, liveTaskStates, reportedStates, systemKinds, taskNews } from "../domain/webhook.ts";
import { agencyRef, caseCode, count, day, kind, moment, pageOf, words } from "./api-shapes.ts";

/** What the API answers about connected systems and the tasks that they have. */
const taskState = z.enum([...liveTaskStates, "withdrawn", "over"]);
const percent = z.int().min(0).max(100).nullable();

export const connectedSystem = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    kind: z.enum(systemKinds),
    events: z.array(z.enum(caseNews)),
    active: z.boolean(),
    /** Until when the former secret signs besides. */
    formerUntil: moment.nullable(),
    createdAt: moment,
    version: z.int().min(1),
  })
  .meta({ id: "ConnectedSystem" });
export const systemPage = pageOf(connectedSystem, "ConnectedSystemPage");
export const systemWithSecret = connectedSystem
  .extend({
    /** Shown this once; null where none was made. */
    secret: z.string().nullable(),
  })
  .meta({ id: "ConnectedSystemWithSecret" });

export const delivery = z
  .object({
    id: z.string(),
    event: z.enum([...caseNews, ...taskNews, "test"]),
    code: caseCode.nullable(),
    state: z.enum(deliveryStates),
    attempts: count,
    at: moment,
    /** When it is tried next, while it waits. */
    nextAt: moment.nullable(),
    /** Why the last attempt failed: `HTTP_500`, `TIMEOUT`, `ADDRESS`, `REDIRECT` … */
    lastError: z.string().nullable(),
    settledAt: moment.nullable(),
  })
  .meta({ id: "Delivery" });
export const deliveryPage = pageOf(delivery, "DeliveryPage");

export const task = z
  .object({
    id: z.string(),
    state: taskState,
    of: z.enum(["case", "commitment"]),
    code: caseCode,
    kind,
    owner: agencyRef,
    dueOn: day,
    handedAt: moment,
    percent,
    reportedAt: moment.nullable(),
    /** The public page; null while the case is not published. */
    url: z.object({ vi: z.url(), en: z.url() }).nullable(),
    reportUrl: z.url(),
  })
  .meta({ id: "Task" });

/** A task as an office reads it. */
export const officeTask = z
  .object({
    id: z.string(),
    system: z.string(),
    state: taskState,
    of: z.enum(["case", "commitment"]),
    owner: words,
    dueOn: day,
    handedAt: moment,
    percent,
    reports: z.array(z.object({ state: z.enum(reportedStates), percent, note: z.string().nullable(), at: moment })),
  })
  .meta({ id: "OfficeTask" });
