import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Actor, StaffActor } from "../app/domain/actor.ts";
import { visibleTo } from "./cases.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type NotificationRow = Tables["notifications"]["$inferSelect"];
export type NotificationKind = NotificationRow["kind"];

/** What happened on a case, as a notification tells it. */
export interface News {
  readonly caseId: number;
  readonly kind: NotificationKind;
  /** The place of the event within the case's history, and its type. */
  readonly position: number;
  readonly type: string;
  readonly actorName: string;
}

/**
 * Tells people that something happened on a case. Of a watched case only the
 * newest change waits unread; whoever comes back reads the history there.
 */
export async function notify(tx: Tx, staffIds: readonly number[], news: News, now: Date): Promise<void> {
  const { notifications: n } = tx.tables;
  const told = [...new Set(staffIds)];
  if (told.length === 0) return;
  const { caseId, kind, position, type, actorName } = news;
  const renewed =
    kind === "mention"
      ? []
      : await tx
          .update(n)
          .set({ position, type, actorName, at: now })
          .where(and(eq(n.caseId, caseId), inArray(n.staffId, told), eq(n.kind, kind), isNull(n.readAt)))
          .returning({ staffId: n.staffId });
  const known = new Set(renewed.map((row) => row.staffId));
  const fresh = told.filter((staffId) => !known.has(staffId));
  if (fresh.length === 0) return;
  await tx.insert(n).values(fresh.map((staffId) => ({ ...news, staffId, at: now, readAt: null })));
}

/** A notification with what its reader may see of the case now. */
export interface Notification extends Pick<NotificationRow, "id" | "kind" | "type" | "position" | "actorName" | "at"> {
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  readonly read: boolean;
}

/** One page of a person's notifications, the newest first: of cases that they may see at this moment, and of no others. */
export async function listNotifications(
  db: Db,
  actor: StaffActor,
  before: number | null,
  limit = 30,
): Promise<{ items: Notification[]; nextBefore: number | null }> {
  const { notifications: n, cases } = db.tables;
  const found = await db
    .select({
      id: n.id,
      kind: n.kind,
      type: n.type,
      position: n.position,
      actorName: n.actorName,
      at: n.at,
      readAt: n.readAt,
      code: cases.code,
      title: cases.title,
      lang: cases.textLang,
    })
    .from(n)
    .innerJoin(cases, eq(cases.id, n.caseId))
    .where(and(eq(n.staffId, actor.staffId), before === null ? undefined : lt(n.id, before), visibleTo(db, actor)))
    .orderBy(desc(n.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ readAt, ...item }) => ({ ...item, read: readAt !== null }));
  return { items, nextBefore: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many notifications a person has not read, of cases that they may see at this moment; counted to `limit` at the most. */
export async function countUnread(db: Db, actor: Actor, limit = 100): Promise<number> {
  if (actor.kind !== "staff") return 0;
  const { notifications: n, cases } = db.tables;
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(n)
    .innerJoin(cases, eq(cases.id, n.caseId))
    .where(and(eq(n.staffId, actor.staffId), isNull(n.readAt), visibleTo(db, actor)))
    .limit(limit)
    .as("bounded");
  const [row] = await db.select({ count: sql<number>`count(*)` }).from(bounded);
  return Number(row?.count ?? 0);
}

/** Marks one of a person's notifications as read, or all up to one of them. */
export async function markRead(
  tx: Tx,
  staffId: number,
  which: { readonly id: number } | { readonly upTo: number },
  now: Date,
): Promise<void> {
  const { notifications: n } = tx.tables;
  const chosen = "id" in which ? eq(n.id, which.id) : lt(n.id, which.upTo + 1);
  await tx
    .update(n)
    .set({ readAt: now })
    .where(and(eq(n.staffId, staffId), isNull(n.readAt), chosen));
}
