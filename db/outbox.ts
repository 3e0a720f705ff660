import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, notInArray, or, sql } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import type { Lang } from "../app/domain/case-kind.ts";
import type { Actor } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { Refusal } from "../app/domain/refusal.ts";
import { receiverOf, standsIn } from "./absences.ts";
import { findCase } from "./cases.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { insideWall } from "./visible-cases.ts";

export type OutboxRow = Tables["outbox"]["$inferSelect"];
export const outboxStates = ["queued", "sent", "stuck", "no-address"] as const;
export type OutboxState = (typeof outboxStates)[number];

/** Whom a mail reaches: the sender of a case, a person of an office, a follower, or the address of a mailed link. */
export type Recipient = OutboxRow["recipient"];

/** A mail to be sent. `mail` names a file in `emails/`; params are codes, names of agencies and dates, never text of a case. */
export interface NewMail {
  readonly mail: string;
  readonly lang: Lang;
  readonly recipient: Recipient;
  readonly recipientId: number;
  readonly params: Record<string, string>;
  /** Its id, for a mail whose link was stored under it; a new one unless given. */
  readonly messageId?: string;
}

const MINUTE_MS = 60_000;
/** Longer than one attempt can take, so that a mail changes hands only when its worker is gone. */
const LEASE_MS = 5 * MINUTE_MS;
/** How long the portal tries on its own, and how often at the least, before a person has to look. */
const GIVE_UP_MS = 72 * 60 * MINUTE_MS;
const LEAST_ATTEMPTS = 5;
/** Minutes until the next attempt; the last one repeats. */
const AFTER_A_REPLY = [1, 5, 15, 60, 120, 240];
/** When no server could be spoken to the mail is not to blame, and goes soon after the server is back. */
const AFTER_SILENCE = [1, 5, 15];

/**
 * Queues a mail in the transaction of the act that causes it. One that an
 * officer's act on a case causes (`doneActId`) waits until that act can no
 * longer be undone.
 */
export async function enqueueMail(tx: Tx, mail: NewMail, now: Date, doneActId: number | null = null): Promise<void> {
  const to = await addressed(tx, mail, now);
  if (to === null) return;
  await addRow(tx, "outbox", {
    messageId: randomUUID(),
    ...mail,
    ...to,
    state: "queued",
    attempts: 0,
    notBefore: doneActId === null ? now : new Date(now.getTime() + tx.mailHoldMs),
    createdAt: now,
    doneActId,
  });
}

/**
 * Whom a mail reaches: one about a case that is meant for somebody of an office
 * leaves out who must not handle the case, goes to whoever stands in for those
 * who are away, and reaches nobody twice. Null when it reaches nobody.
 */
async function addressed(
  tx: Tx,
  { mail, recipient, recipientId, lang, params }: NewMail,
  now: Date,
): Promise<Pick<NewMail, "recipientId" | "lang"> | null> {
  const { code } = params;
  const about = recipient === "staff" && code !== undefined ? await findCase(tx, code) : null;
  if (!about || code === undefined) return { recipientId, lang };
  const today = localDate(now);
  const person = await receiverOf(tx, about.walledOff, recipientId, today);
  if (!person) return null;
  const told = (await standsIn(tx, person.id, today)) && (await wasTold(tx, person.id, mail, code, now));
  return told ? null : { recipientId: person.id, lang: person.lang };
}

async function wasTold(tx: Tx, staffId: number, mail: string, code: string, now: Date): Promise<boolean> {
  const { outbox } = tx.tables;
  const same = await tx
    .select({ params: outbox.params })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, "staff"),
        eq(outbox.recipientId, staffId),
        eq(outbox.mail, mail),
        eq(outbox.createdAt, now),
      ),
    );
  return same.some(({ params }) => params.code === code);
}

/** Drops the mails about a case that still wait for the people of whom `drops` says so. */
export async function dropMailTo(tx: Tx, code: string, drops: (staffId: number) => Promise<boolean>): Promise<void> {
  const { outbox } = tx.tables;
  const waiting = await tx
    .select({ id: outbox.id, recipientId: outbox.recipientId, params: outbox.params })
    .from(outbox)
    .where(and(eq(outbox.recipient, "staff"), eq(outbox.state, "queued")));
  for (const mail of waiting.filter(({ params }) => params.code === code)) {
    if (await drops(mail.recipientId)) await tx.delete(outbox).where(eq(outbox.id, mail.id));
  }
}

/** Drops the mails of an act that is undone; false, with some of them still there, when one has been sent or is on its way. */
export async function dropMailOfAct(tx: Tx, doneActId: number): Promise<boolean> {
  const { outbox } = tx.tables;
  const ofAct = eq(outbox.doneActId, doneActId);
  const untouched = and(eq(outbox.state, "queued"), isNull(outbox.leaseUntil), eq(outbox.attempts, 0));
  await tx.delete(outbox).where(and(ofAct, or(untouched, eq(outbox.state, "no-address"))));
  const left = await tx.select({ id: outbox.id }).from(outbox).where(ofAct).limit(1);
  return left.length === 0;
}

/** True when a mail could be claimed now; asked first, so that an idle pass writes nothing. */
export async function hasDueMail(db: Db, now: Date): Promise<boolean> {
  const { outbox } = db.tables;
  const rows = await db.select({ id: outbox.id }).from(outbox).where(isDue(db, now)).limit(1);
  return rows.length > 0;
}

/**
 * Takes up to `limit` due mails for one worker, the oldest first. The condition
 * stands twice: the inner one chooses, the outer one is asked again of each row
 * as it is when the update reaches it, so two workers never hold the same mail.
 */
export async function claimDueMail(tx: Tx, now: Date, limit: number): Promise<OutboxRow[]> {
  const { outbox } = tx.tables;
  const due = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(tx, now))
    .orderBy(asc(outbox.notBefore), asc(outbox.id))
    .limit(limit);
  const claimed = await tx
    .update(outbox)
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where(and(inArray(outbox.id, due), isDue(tx, now)))
    .returning();
  return claimed.sort((one, other) => one.id - other.id);
}

function isDue(db: Db, now: Date) {
  const { outbox } = db.tables;
  return and(
    eq(outbox.state, "queued"),
    lte(outbox.notBefore, now),
    or(isNull(outbox.leaseUntil), lte(outbox.leaseUntil, now)),
  );
}

/** The server has taken the mail. True whoever holds the lease by now. */
export async function markSent(tx: Tx, mail: OutboxRow, now: Date): Promise<void> {
  const { outbox } = tx.tables;
  await tx
    .update(outbox)
    .set({ state: "sent", sentAt: now, attempts: mail.attempts + 1, leaseUntil: null, lastError: null })
    .where(eq(outbox.id, mail.id));
}

/** Nobody to send it to: the sender left no address, or the person no longer works here. */
export async function markWithoutAddress(tx: Tx, mail: OutboxRow): Promise<void> {
  await settle(tx, mail, { state: "no-address", lastError: null });
}

/** Puts a mail off to another moment without counting an attempt. */
export async function postponeMail(tx: Tx, mail: OutboxRow, notBefore: Date, reason: string): Promise<void> {
  await settle(tx, mail, { notBefore, lastError: reason });
}

/** Why an attempt failed, as a code: the server's reply code or a name such as `ETIMEDOUT`; never its words, which may hold an address. */
export interface MailFailure {
  readonly code: string;
  /** No later attempt can do better. */
  readonly permanent: boolean;
  /** A server replied to this very mail. */
  readonly replied: boolean;
}

/** Records a failed attempt; returns whether the mail waits for another one or for a person. */
export async function markFailed(
  tx: Tx,
  mail: OutboxRow,
  failure: MailFailure,
  now: Date,
): Promise<"queued" | "stuck"> {
  const attempts = mail.attempts + 1;
  const tooOld = now.getTime() - mail.createdAt.getTime() >= GIVE_UP_MS && attempts >= LEAST_ATTEMPTS;
  const state = failure.permanent || tooOld ? "stuck" : "queued";
  const notBefore = nextAttempt({ ...mail, attempts }, failure, now);
  await settle(tx, mail, { state, attempts, notBefore, lastError: failure.code });
  return state;
}

/** Exponential back-off, up to a quarter shorter by a share that differs from mail to mail. */
function nextAttempt(mail: OutboxRow, failure: MailFailure, now: Date): Date {
  const delays = failure.replied ? AFTER_A_REPLY : AFTER_SILENCE;
  const minutes = delays[mail.attempts - 1] ?? delays.at(-1) ?? 1;
  return new Date(now.getTime() + Math.round(minutes * MINUTE_MS * (1 - spread(mail) / 4)));
}

/** A number from 0 up to 1 that is the mail's own and stays the same. */
export function spread(mail: Pick<OutboxRow, "messageId">): number {
  return Number.parseInt(mail.messageId.slice(0, 6), 16) / 0x1000000;
}

/** Ends this worker's hold on a mail; does nothing when another worker has it by now. */
async function settle(tx: Tx, mail: OutboxRow, set: Partial<OutboxRow>): Promise<void> {
  const { outbox } = tx.tables;
  const held = mail.leaseUntil ? eq(outbox.leaseUntil, mail.leaseUntil) : isNull(outbox.leaseUntil);
  await tx
    .update(outbox)
    .set({ ...set, leaseUntil: null })
    .where(and(eq(outbox.id, mail.id), held));
}

/** Removes the mails to somebody that have not gone out. */
export async function dropMailOf(tx: Tx, recipient: Recipient, recipientId: number): Promise<void> {
  const { outbox } = tx.tables;
  const waiting = inArray(outbox.state, ["queued", "stuck"]);
  await tx.delete(outbox).where(and(eq(outbox.recipient, recipient), eq(outbox.recipientId, recipientId), waiting));
}

export async function findMail(db: Db, id: number, actor: Actor): Promise<OutboxRow | null> {
  const { outbox } = db.tables;
  const [row] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), mayKnowOf(db, actor)));
  return row ?? null;
}

/** Puts an unsent mail back to be sent at once, with all its attempts before it again; null when it was sent meanwhile. */
export async function requeueMail(tx: Tx, id: number, now: Date): Promise<OutboxRow | null> {
  const { outbox } = tx.tables;
  const [row] = await tx
    .update(outbox)
    .set({ state: "queued", attempts: 0, notBefore: now, lastError: null })
    .where(and(eq(outbox.id, id), ne(outbox.state, "sent")))
    .returning();
  return row ?? null;
}

/** A mail as the outbox page lists it: what it is and how it stands, not to whom it goes. */
export interface OutboxItem {
  readonly id: number;
  readonly mail: string;
  readonly lang: Lang;
  readonly recipient: Recipient;
  readonly code: string | null;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly notBefore: Date;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface OutboxQuery {
  readonly state: OutboxState;
  readonly cursor?: string | null;
}

/** One page of the mails in a state, the latest first. Refuses with `forbidden` who may not see the outbox. */
export async function listOutbox(
  db: Db,
  actor: Actor,
  query: OutboxQuery,
  limit = 50,
): Promise<{ items: OutboxItem[]; nextCursor: string | null }> {
  if (!mayEver(actor, "see-outbox")) throw new Refusal("forbidden");
  const { outbox } = db.tables;
  const found = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, query.state), afterCursor(db, query.cursor ?? null), mayKnowOf(db, actor)))
    .orderBy(desc(outbox.notBefore), desc(outbox.id))
    .limit(limit + 1);
  const last = found.length > limit ? found[limit - 1] : undefined;
  const nextCursor = last ? `${last.notBefore.getTime().toString(36)}.${last.id.toString(36)}` : null;
  return { items: found.slice(0, limit).map(itemOf), nextCursor };
}

/** Mails about a case from which the reader is shut out are not part of their outbox. */
function mayKnowOf(db: Db, actor: Actor) {
  if (actor.kind !== "staff") return undefined;
  const { outbox, cases } = db.tables;
  const hidden = (column: "id" | "code") =>
    db.select({ value: cases[column] }).from(cases).where(insideWall(db, actor));
  return and(
    or(ne(outbox.recipient, "reporter"), notInArray(outbox.recipientId, hidden("id"))),
    notInArray(sql`coalesce(${outbox.params} ->> 'code', '')`, hidden("code")),
  );
}

function itemOf(row: OutboxRow): OutboxItem {
  const { id, mail, lang, recipient, params, state, attempts, notBefore, lastError, createdAt, sentAt } = row;
  const code = params.code ?? null;
  return { id, mail, lang, recipient, code, state, attempts, notBefore, lastError, createdAt, sentAt };
}

function afterCursor(db: Db, cursor: string | null) {
  const { outbox } = db.tables;
  const [at, id] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (at === undefined || id === undefined || !Number.isSafeInteger(at) || !Number.isSafeInteger(id)) return undefined;
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return undefined;
  return or(lt(outbox.notBefore, moment), and(eq(outbox.notBefore, moment), lt(outbox.id, id)));
}

/** How many mails are in each state, each counted to `limit` at the most. */
export async function countOutbox(db: Db, actor: Actor, limit = 1000): Promise<Record<OutboxState, number>> {
  const { outbox } = db.tables;
  const counts: Record<OutboxState, number> = { queued: 0, sent: 0, stuck: 0, "no-address": 0 };
  for (const state of outboxStates) {
    const bounded = db
      .select({ one: sql<number>`1`.as("one") })
      .from(outbox)
      .where(and(eq(outbox.state, state), mayKnowOf(db, actor)))
      .limit(limit)
      .as("bounded");
    const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
    counts[state] = Number(row?.count ?? 0);
  }
  return counts;
}
