import { randomUUID } from "node:crypto";
import { and, asc, countDistinct, desc, eq, gt, inArray, isNull, lt, lte, notInArray, or, sql } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import {
  type DeliveryState,
  deliveryStates,
  MOST_ATTEMPTS,
  pauseAfter,
  type WebhookEvent,
} from "../app/domain/webhook.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { insideWall } from "./visible-cases.ts";

/** What is told to connected systems: an outbox. A row names a case or a task and holds no text of either. */
export type DeliveryRow = Tables["webhookDeliveries"]["$inferSelect"];

export interface NewDelivery {
  readonly webhookId: number;
  readonly event: WebhookEvent;
  readonly caseId: number | null;
  readonly taskId?: number;
  /** The act of an officer that caused it and can still be undone: it waits as long as a mail does. */
  readonly doneActId?: number | null;
}

/** Queues one thing to be told, in the transaction in which it happens. */
export async function queueDelivery(tx: Tx, given: NewDelivery, now: Date): Promise<DeliveryRow> {
  const { webhookId, event, caseId, taskId = null, doneActId = null } = given;
  return insertRow(tx, "webhookDeliveries", {
    publicId: randomUUID(),
    webhookId,
    event,
    caseId,
    taskId,
    doneActId,
    at: now,
    state: "queued",
    attempts: 0,
    notBefore: doneActId === null ? now : new Date(now.getTime() + tx.mailHoldMs),
    lastError: null,
    settledAt: null,
  });
}

/** What was queued last; 0 when nothing was. */
export async function newestDelivery(tx: Tx): Promise<number> {
  const { webhookDeliveries: d } = tx.tables;
  const [newest] = await tx.select({ id: d.id }).from(d).orderBy(desc(d.id)).limit(1);
  return newest?.id ?? 0;
}

/** How many systems are told something that was queued after that. */
export async function systemsToldSince(tx: Tx, since: number): Promise<number> {
  const { webhookDeliveries: d } = tx.tables;
  const [told] = await tx
    .select({ systems: countDistinct(d.webhookId) })
    .from(d)
    .where(gt(d.id, since));
  return told?.systems ?? 0;
}

/** Nobody is told of an act that was undone, as far as it has not been told yet. */
export async function dropDeliveriesOfAct(tx: Tx, doneActId: number, now: Date): Promise<void> {
  const { webhookDeliveries: d } = tx.tables;
  await tx
    .update(d)
    .set({ state: "dropped", settledAt: now })
    .where(and(eq(d.doneActId, doneActId), eq(d.state, "queued")));
}

/** True when the end of a task was dropped before its system was told of it. */
export async function endWasDropped(tx: Tx, task: { readonly id: number; readonly caseId: number }): Promise<boolean> {
  const { webhookDeliveries: d } = tx.tables;
  const [last] = await tx
    .select({ state: d.state })
    .from(d)
    .where(and(eq(d.caseId, task.caseId), eq(d.taskId, task.id), eq(d.event, "task.ended")))
    .orderBy(desc(d.id))
    .limit(1);
  return last?.state === "dropped";
}

/** What is to be told to a system now, the longest waiting first. */
export async function dueDeliveries(db: Db, webhookId: number, now: Date, limit: number): Promise<DeliveryRow[]> {
  const { webhookDeliveries: d } = db.tables;
  return db
    .select()
    .from(d)
    .where(and(eq(d.webhookId, webhookId), eq(d.state, "queued"), lte(d.notBefore, now)))
    .orderBy(asc(d.notBefore), asc(d.id))
    .limit(limit);
}

/** The system has taken it, or there is nothing to tell any more. */
export async function settleDelivery(
  tx: Tx,
  row: DeliveryRow,
  state: "delivered" | "dropped",
  now: Date,
): Promise<void> {
  const attempts = row.attempts + (state === "delivered" ? 1 : 0);
  await change(tx, row, { state, attempts, settledAt: now, lastError: null });
}

/** Why an attempt failed: a code, never words of the other system. `gone`: it wants no more of these. */
export interface DeliveryFailure {
  readonly code: string;
  readonly gone: boolean;
}

/** Notes a failed attempt; returns whether it is tried again or given up. */
export async function failDelivery(
  tx: Tx,
  row: DeliveryRow,
  failure: DeliveryFailure,
  now: Date,
): Promise<"queued" | "dead"> {
  const attempts = row.attempts + 1;
  const lastError = failure.code;
  if (failure.gone || attempts >= MOST_ATTEMPTS) {
    await change(tx, row, { state: "dead", attempts, lastError, settledAt: now });
    return "dead";
  }
  const share = Number.parseInt(row.publicId.slice(0, 6), 16) / 0x1000000;
  const notBefore = new Date(now.getTime() + pauseAfter(attempts, share));
  await change(tx, row, { attempts, lastError, notBefore });
  return "queued";
}

/** Whether something that a system was to be told has been given up, and not sent again since. */
export async function hasDeadDelivery(db: Db, webhookId: number): Promise<boolean> {
  const { webhookDeliveries: d } = db.tables;
  const dead = and(eq(d.webhookId, webhookId), eq(d.state, "dead"));
  return (await db.select({ id: d.id }).from(d).where(dead).limit(1)).length > 0;
}

/** Does nothing to what was settled meanwhile. */
async function change(tx: Tx, row: DeliveryRow, set: Partial<DeliveryRow>): Promise<void> {
  const { webhookDeliveries: d } = tx.tables;
  await tx
    .update(d)
    .set(set)
    .where(and(eq(d.id, row.id), eq(d.state, "queued")));
}

/** A delivery of a system, as far as the reader may know of its case. */
export async function findDelivery(
  db: Db,
  actor: Actor,
  webhookId: number,
  publicId: string,
): Promise<DeliveryRow | null> {
  const { webhookDeliveries: d } = db.tables;
  const [row] = await db
    .select()
    .from(d)
    .where(and(eq(d.publicId, publicId), eq(d.webhookId, webhookId), mayKnowOf(db, actor)));
  return row ?? null;
}

/** Puts what was given up or dropped back to be told at once; null when it was delivered or waits already. */
export async function requeueDelivery(tx: Tx, id: number, now: Date): Promise<DeliveryRow | null> {
  const { webhookDeliveries: d } = tx.tables;
  const [row] = await tx
    .update(d)
    .set({ state: "queued", attempts: 0, notBefore: now, lastError: null, settledAt: null, doneActId: null })
    .where(and(eq(d.id, id), eq(d.state, "dead")))
    .returning();
  return row ?? null;
}

export interface DeliveryQuery {
  readonly webhookId: number;
  readonly state: DeliveryState;
  readonly cursor?: string | null;
}

export interface DeliveryItem extends DeliveryRow {
  readonly code: string | null;
}

/** One page of what was told to a system, the newest first, as far as the reader may know of the cases. */
export async function listDeliveries(
  db: Db,
  actor: Actor,
  { webhookId, state, cursor }: DeliveryQuery,
  limit = 20,
): Promise<{ items: DeliveryItem[]; nextCursor: string | null }> {
  const { webhookDeliveries: d, cases } = db.tables;
  const before = Number.parseInt(cursor ?? "", 36);
  const found = await db
    .select({ delivery: d, code: cases.code })
    .from(d)
    .leftJoin(cases, eq(cases.id, d.caseId))
    .where(
      and(
        eq(d.webhookId, webhookId),
        eq(d.state, state),
        Number.isSafeInteger(before) ? lt(d.id, before) : undefined,
        mayKnowOf(db, actor),
      ),
    )
    .orderBy(desc(d.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ delivery, code }) => ({ ...delivery, code }));
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? last.id.toString(36) : null };
}

/** How many deliveries of a system are in each state, each counted to `limit` at the most. */
export async function countDeliveries(
  db: Db,
  actor: Actor,
  webhookId: number,
  limit = 1000,
): Promise<Record<DeliveryState, number>> {
  const { webhookDeliveries: d } = db.tables;
  const counts: Record<DeliveryState, number> = { queued: 0, delivered: 0, dead: 0, dropped: 0 };
  for (const state of deliveryStates) {
    const bounded = db
      .select({ one: sql<number>`1`.as("one") })
      .from(d)
      .where(and(eq(d.webhookId, webhookId), eq(d.state, state), mayKnowOf(db, actor)))
      .limit(limit)
      .as("bounded");
    const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
    counts[state] = Number(row?.count ?? 0);
  }
  return counts;
}

/** What is told of a case is no news to whoever must see no trace of it. */
function mayKnowOf(db: Db, actor: Actor) {
  if (actor.kind !== "staff") return undefined;
  const { webhookDeliveries: d, cases } = db.tables;
  const hidden = db.select({ id: cases.id }).from(cases).where(insideWall(db, actor));
  return or(isNull(d.caseId), notInArray(d.caseId, hidden));
}

/** Forgets what was settled before a moment, so many at a time. What was given up stays longest: `deadBefore`. */
export async function forgetDeliveries(tx: Tx, before: Date, deadBefore: Date, most = 1000): Promise<void> {
  const { webhookDeliveries: d } = tx.tables;
  const old = tx
    .select({ id: d.id })
    .from(d)
    .where(
      or(
        and(inArray(d.state, ["delivered", "dropped"]), lt(d.notBefore, before)),
        and(eq(d.state, "dead"), lt(d.notBefore, deadBefore)),
      ),
    )
    .limit(most);
  await tx.delete(d).where(inArray(d.id, old));
}
