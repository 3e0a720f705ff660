import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, max, ne, or, sql, type SQL } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import type { Status } from "../app/domain/case-status.ts";
import type { CaseRow } from "./cases.ts";
import { caseStream, type EventRow } from "./events.ts";
import { OTHER_FIELD, type Service } from "../app/domain/open311.ts";
import type { Commune } from "./places.ts";
import type { Publication } from "./publications.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** A key in force: its owner's account is active, its scope is `open311`. */
export interface Open311Key {
  readonly tokenId: number;
}

/** The key behind what a client sent; null when it is unknown, revoked, of another scope, or its owner is disabled. */
export async function findOpen311Key(db: Db, key: string): Promise<Open311Key | null> {
  const { apiTokens, staff } = db.tables;
  const [found] = await db
    .select({ tokenId: apiTokens.id })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(
      and(
        eq(apiTokens.tokenHash, db.keys.hash("token", key)),
        eq(apiTokens.scope, "open311"),
        isNull(apiTokens.revokedAt),
        isNull(staff.disabledAt),
      ),
    );
  return found ?? null;
}

/** Keeps by which key a case was filed. */
export async function recordFiling(tx: Tx, row: { caseId: number; tokenId: number; at: Date }): Promise<void> {
  await tx.insert(tx.tables.open311Requests).values(row).onConflictDoNothing();
}

/** True when this key filed the case. */
export async function hasFiled(db: Db, tokenId: number, caseId: number): Promise<boolean> {
  const { open311Requests: filed } = db.tables;
  const rows = await db
    .select({ caseId: filed.caseId })
    .from(filed)
    .where(and(eq(filed.caseId, caseId), eq(filed.tokenId, tokenId)));
  return rows.length > 0;
}

/** Moments with both ends included, to the second. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** What a client asks of the published requests; all conditions hold together. */
export interface RequestFilter {
  readonly services: readonly Service[] | null;
  readonly statuses: readonly Status[] | null;
  readonly requested: Span | null;
  readonly updated: Span | null;
}

export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/**
 * Published requests, newest first: by the moment of their last change when
 * that is asked for, else by the moment they came in.
 */
export async function listPublished(db: Db, filter: RequestFilter, slice: Slice): Promise<Publication[]> {
  const { publications: p } = db.tables;
  const order = filter.updated ? p.changedAt : p.receivedAt;
  return db
    .select()
    .from(p)
    .where(
      and(
        filter.requested ? within(p.receivedAt, filter.requested) : undefined,
        filter.updated ? within(p.changedAt, filter.updated) : undefined,
        filter.statuses ? inArray(unindexed(p.status), [...filter.statuses]) : undefined,
        filter.services ? ofServices(db, filter.services) : undefined,
      ),
    )
    .orderBy(desc(order), desc(p.id))
    .limit(slice.limit)
    .offset(slice.offset);
}

type TimeColumn = Tables["publications"]["receivedAt" | "changedAt"] | Tables["events"]["at"];

/** Within a span as clients read it: what is shown to the second is compared to the second. */
function within(column: TimeColumn, { from, to }: Span): SQL | undefined {
  return and(gte(column, wholeSecond(from)), lt(column, new Date(wholeSecond(to).getTime() + 1000)));
}

const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);

/** The span walks its own index in order and stops at the limit; an index of statuses or kinds would have to sort. */
const unindexed = (column: Tables["publications"]["status" | "kind" | "field"]): SQL => sql`${column} || ''`;

function ofServices(db: Db, services: readonly Service[]): SQL | undefined {
  const { publications: p } = db.tables;
  const kinds = [...new Set(services.map(({ kind }) => kind))];
  return or(
    ...kinds.map((kind: Kind) => {
      const fields = services.filter((service) => service.kind === kind).map((service) => service.field);
      const field = unindexed(p.field);
      const among = inArray(field, fields);
      return and(eq(unindexed(p.kind), kind), fields.includes(OTHER_FIELD) ? or(among, isNull(field)) : among);
    }),
  );
}

/** The published requests among these codes. */
export async function publishedAmong(db: Db, codes: readonly string[]): Promise<Publication[]> {
  const { publications: p } = db.tables;
  if (codes.length === 0) return [];
  return db
    .select()
    .from(p)
    .where(inArray(p.code, [...codes]))
    .orderBy(desc(p.receivedAt), desc(p.id));
}

/** A case that a key filed, published or not, with the moment of the last change that its sender may see. */
export interface FiledCase {
  readonly row: CaseRow;
  readonly changedAt: Date;
}

/** Those of these codes that this key filed. */
export async function filedAmong(db: Db, codes: readonly string[], tokenId: number): Promise<FiledCase[]> {
  const { cases, open311Requests: filed, events } = db.tables;
  if (codes.length === 0) return [];
  const rows = await db
    .select({ row: cases })
    .from(cases)
    .innerJoin(filed, eq(filed.caseId, cases.id))
    .where(and(inArray(cases.code, [...codes]), eq(filed.tokenId, tokenId)))
    .orderBy(desc(cases.receivedAt), desc(cases.id));
  if (rows.length === 0) return [];
  const changes = await db
    .select({ stream: events.stream, at: max(events.at) })
    .from(events)
    .where(
      and(
        inArray(
          events.stream,
          rows.map(({ row }) => caseStream(row.id)),
        ),
        ne(events.seenBy, "office"),
      ),
    )
    .groupBy(events.stream);
  const last = new Map(changes.map(({ stream, at }) => [stream, at]));
  return rows.map(({ row }) => ({ row, changedAt: last.get(caseStream(row.id)) ?? row.receivedAt }));
}

/** One public step of a case's life. */
export type Note = Pick<EventRow, "stream" | "position" | "type" | "at" | "toStatus" | "data">;

/** The public history of cases by their ids, oldest first. */
export async function publicNotes(db: Db, caseIds: readonly number[]): Promise<Map<number, Note[]>> {
  const { events } = db.tables;
  const notes = new Map<number, Note[]>(caseIds.map((id) => [id, []]));
  for (let from = 0; from < caseIds.length; from += 200) {
    const some = caseIds.slice(from, from + 200);
    const rows = await db
      .select({
        stream: events.stream,
        position: events.position,
        type: events.type,
        at: events.at,
        toStatus: events.toStatus,
        data: events.data,
      })
      .from(events)
      .where(and(inArray(events.stream, some.map(caseStream)), eq(events.seenBy, "public")))
      .orderBy(asc(events.stream), asc(events.position));
    for (const row of rows) notes.get(Number(row.stream.slice("case/".length)))?.push(row);
  }
  return notes;
}

/** An update as another system may read it, with what is published of its case, if anything is. */
export interface UpdateRow {
  readonly code: string;
  readonly note: Note;
  readonly publication: Publication | null;
}

/**
 * What happened within a span to published cases, and, so far as their sender
 * may see it, to those that the key filed. Oldest first.
 */
export async function listUpdates(db: Db, span: Span, tokenId: number | null, slice: Slice): Promise<UpdateRow[]> {
  const { events: e, publications: p, open311Requests: filed, cases } = db.tables;
  const caseId = sql`case when ${e.stream} like 'case/%' then cast(substr(${e.stream}, 6) as bigint) end`;
  const rows = await db
    .select({
      note: { stream: e.stream, position: e.position, type: e.type, at: e.at, toStatus: e.toStatus, data: e.data },
      publication: p,
      code: cases.code,
    })
    .from(e)
    .leftJoin(p, sql`${p.caseId} = ${caseId}`)
    .leftJoin(filed, and(sql`${filed.caseId} = ${caseId}`, eq(filed.tokenId, tokenId ?? 0)))
    .leftJoin(cases, sql`${cases.id} = ${filed.caseId}`)
    .where(
      and(
        within(e.at, span),
        or(isNotNull(e.toStatus), eq(e.type, "publish")),
        ne(e.type, "submit"),
        or(and(isNotNull(p.id), eq(e.seenBy, "public")), and(isNotNull(filed.caseId), ne(e.seenBy, "office"))),
      ),
    )
    .orderBy(asc(e.at), asc(e.id))
    .limit(slice.limit)
    .offset(slice.offset);
  return rows.map(({ note, publication, code }) => ({
    note,
    publication,
    code: publication?.code ?? code ?? "",
  }));
}

export interface Centre {
  readonly latE6: number;
  readonly longE6: number;
}

/** The centres of provinces, and of the country as `VN`, in force on a day. */
export async function areaCentres(db: Db, day: string): Promise<Map<string, Centre>> {
  const { areaCentres: centres } = db.tables;
  const rows = await db
    .select()
    .from(centres)
    .where(and(lte(centres.validFrom, day), or(isNull(centres.validTo), gte(centres.validTo, day))));
  return new Map(rows.map(({ area, latE6, longE6 }) => [area, { latE6, longE6 }]));
}

/** Communes by their codes. */
export async function communesAmong(db: Db, codes: readonly string[]): Promise<Map<string, Commune>> {
  const { communes } = db.tables;
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const rows = await db.select().from(communes).where(inArray(communes.code, wanted));
  return new Map(rows.map((row) => [row.code, row]));
}

/** True when an idempotency key was claimed at or after a moment. */
export async function claimedSince(tx: Tx, key: string, since: Date): Promise<boolean> {
  const { idempotencyKeys: keys } = tx.tables;
  const rows = await tx
    .select({ keyHash: keys.keyHash })
    .from(keys)
    .where(and(eq(keys.keyHash, tx.keys.hash("idempotency", key)), gte(keys.createdAt, since)));
  return rows.length > 0;
}
