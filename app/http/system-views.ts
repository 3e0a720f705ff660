import type { z } from "zod";
import type { DeliveryItem } from "../../db/deliveries.ts";
import type { OfficeTask } from "../../db/handed-tasks.ts";
import type { SystemRow } from "../../db/systems.ts";
import type * as shape from "./api-system-shapes.ts";
import { isoOrNull } from "./api-views.ts";

/** A connected system as programs read it: never its secrets. */
export function systemJson(row: SystemRow): z.infer<typeof shape.connectedSystem> {
  const { publicId: id, name, url, kind, events, pausedAt, formerUntil, createdAt, version } = row;
  return {
    id,
    name,
    url,
    kind,
    events,
    active: pausedAt === null,
    formerUntil: isoOrNull(formerUntil),
    createdAt: createdAt.toISOString(),
    version,
  };
}

export function deliveryJson(item: DeliveryItem): z.infer<typeof shape.delivery> {
  const { publicId: id, event, code, state, attempts, at, notBefore, lastError, settledAt } = item;
  return {
    id,
    event,
    code,
    state,
    attempts,
    at: at.toISOString(),
    nextAt: state === "queued" ? notBefore.toISOString() : null,
    lastError,
    settledAt: isoOrNull(settledAt),
  };
}

export function officeTaskJson({
  task,
  system,
  ownerVi,
  ownerEn,
  reports,
}: OfficeTask): z.infer<typeof shape.officeTask> {
  return {
    id: task.publicId,
    system,
    state: task.state,
    of: task.commitmentId === null ? "case" : "commitment",
    owner: { vi: ownerVi, en: ownerEn },
    dueOn: task.dueOn,
    handedAt: task.handedAt.toISOString(),
    percent: task.percent,
    reports: reports.map(({ state, percent, note, at }) => ({ state, percent, note, at: at.toISOString() })),
  };
}
