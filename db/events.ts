import { createHash, randomBytes } from "node:crypto";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Status, Visibility } from "../app/domain/case-status.ts";
import { addRow, prepared } from "./prepared.ts";
import type { EventData, Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type EventRow = Tables["events"]["$inferSelect"];

/** What a command says about a change; the chain adds position and hashes. */
export interface NewEvent {
  readonly type: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: number | null;
  readonly actorName: string;
  readonly agencyId: number | null;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly fromStatus?: Status | null;
  readonly toStatus?: Status | null;
  readonly seenBy: Visibility;
  readonly data: EventData;
}

const FIRST = "0".repeat(64);

/**
 * Appends an event to its stream. `position` is the version that the stream's
 * row has just been given, so the caller holds that row and no one else can
 * take the same place.
 */
export async function appendEvent(tx: Tx, stream: string, position: number, event: NewEvent): Promise<void> {
  const last = position === 1 ? null : await lastHash(tx, stream);
  const row = {
    stream,
    position,
    type: event.type,
    at: event.at,
    actorKind: event.actorKind,
    actorId: event.actorId,
    actorName: event.actorName,
    agencyId: event.agencyId,
    agencyVi: event.agencyVi,
    agencyEn: event.agencyEn,
    fromStatus: event.fromStatus ?? null,
    toStatus: event.toStatus ?? null,
    seenBy: event.seenBy,
    data: event.data,
    previousHash: last ?? FIRST,
  };
  await addRow(tx, "events", { ...row, hash: eventHash(row) });
}

async function lastHash(tx: Tx, stream: string): Promise<string | null> {
  const { events } = tx.tables;
  const query = prepared(tx, "lastHash", () =>
    tx
      .select({ hash: events.hash })
      .from(events)
      .where(eq(events.stream, sql.placeholder("stream")))
      .orderBy(desc(events.position))
      .limit(1)
      .prepare("last_hash"),
  );
  const [last] = await query.execute({ stream });
  return last?.hash ?? null;
}

/** The position after a stream's last event. The caller holds the row that the stream is about. */
export async function nextPosition(tx: Tx, stream: string): Promise<number> {
  const { events } = tx.tables;
  const [last] = await tx
    .select({ position: events.position })
    .from(events)
    .where(eq(events.stream, stream))
    .orderBy(desc(events.position))
    .limit(1);
  return (last?.position ?? 0) + 1;
}

/** The event at a position of a stream. */
export async function findEvent(db: Db, stream: string, position: number): Promise<EventRow | null> {
  const { events } = db.tables;
  const [found] = await db
    .select()
    .from(events)
    .where(and(eq(events.stream, stream), eq(events.position, position)));
  return found ?? null;
}

/** The person whose act of this type is the newest of a stream; null when nobody's is. */
export async function lastActorOf(db: Db, stream: string, type: string): Promise<number | null> {
  const { events } = db.tables;
  const [found] = await db
    .select({ actorId: events.actorId })
    .from(events)
    .where(and(eq(events.stream, stream), eq(events.type, type)))
    .orderBy(desc(events.position))
    .limit(1);
  return found?.actorId ?? null;
}

/** The events of a stream in order. */
export async function listEvents(db: Db, stream: string): Promise<EventRow[]> {
  const { events } = db.tables;
  const query = prepared(db, "listEvents", () =>
    db
      .select()
      .from(events)
      .where(eq(events.stream, sql.placeholder("stream")))
      .orderBy(asc(events.position))
      .prepare("list_events"),
  );
  return query.execute({ stream });
}

/** The events of a stream that the public may see. */
export async function listPublicEvents(db: Db, stream: string): Promise<EventRow[]> {
  const { events } = db.tables;
  return db
    .select()
    .from(events)
    .where(and(eq(events.stream, stream), eq(events.seenBy, "public")))
    .orderBy(asc(events.position));
}

export const caseStream = (caseId: number): string => `case/${caseId}`;
export const staffStream = (staffId: number): string => `staff/${staffId}`;
export const contactStream = (contactId: number): string => `contact/${contactId}`;
export const templateStream = (templateId: number): string => `template/${templateId}`;
/** The versions of the working calendar. */
export const calendarStream = "calendar/1";
/** Budgets of extensions and steps of warnings. */
export const clockStream = "clocks/1";
export const redactionRuleStream = (id: number): string => `redaction-rule/${id}`;
export const lawStream = (key: string): string => `law/${key}`;
export const documentStream = (unknownId: number): string => `document/${unknownId}`;
export const amendmentStream = (id: number): string => `amendment/${id}`;
export const provisionStream = (entryId: number): string => `provision/${entryId}`;
export const systemStream = (systemId: number): string => `system/${systemId}`;
export const agencyStream = (agencyId: number): string => `agency/${agencyId}`;

/** SHA-256 over the previous hash and the canonical JSON of the event. */
export function eventHash(row: Omit<EventRow, "id" | "hash">): string {
  const { previousHash, ...rest } = row;
  return createHash("sha256").update(previousHash).update(canonicalJson(rest)).digest("hex");
}

/** JSON with sorted keys and ISO times: the same bytes from either database. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}

/**
 * A commitment to text that an event refers to but does not hold: proof of what
 * was written as long as the text is kept, nothing once it is erased.
 */
export function commitTo(text: string): { salt: string; commitment: string } {
  const salt = randomBytes(16).toString("hex");
  return { salt, commitment: createHash("sha256").update(salt).update(text).digest("hex") };
}
