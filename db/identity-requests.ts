import { and, asc, desc, eq, gt, isNotNull, lt } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { Refusal } from "../app/domain/refusal.ts";
import { type CaseRow, findCaseById } from "./cases.ts";
import { insertRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { outsideWall } from "./visible-cases.ts";

/** Requests of office people to see who sent a case, and what the custodian decided. */
export type IdentityRequest = Tables["identityRequests"]["$inferSelect"];

export async function insertRequest(
  tx: Tx,
  request: Pick<IdentityRequest, "caseId" | "staffId" | "reasonId" | "askedAt">,
): Promise<IdentityRequest> {
  return insertRow(tx, "identityRequests", { ...request, state: "open" });
}

/** The latest request of a person about a case, or null. */
export async function latestRequest(db: Db, caseId: number, staffId: number): Promise<IdentityRequest | null> {
  const { identityRequests } = db.tables;
  const [row] = await db
    .select()
    .from(identityRequests)
    .where(and(eq(identityRequests.caseId, caseId), eq(identityRequests.staffId, staffId)))
    .orderBy(desc(identityRequests.id))
    .limit(1);
  return row ?? null;
}

/** True when a request opens its case at this moment. */
export function isLive(request: IdentityRequest | null, now: Date): boolean {
  return request?.state === "granted" && request.grantedUntil !== null && now < request.grantedUntil;
}

/** True when a custodian has granted this actor to see who sent the case, for a time that is not over. */
export async function hasGrant(db: Db, actor: Actor, caseId: number, now: Date): Promise<boolean> {
  return actor.kind === "staff" && isLive(await latestRequest(db, caseId, actor.staffId), now);
}

/** A request with the case that it is about, or null. */
export async function findRequest(db: Db, id: number): Promise<{ request: IdentityRequest; row: CaseRow } | null> {
  const { identityRequests } = db.tables;
  const [request] = await db.select().from(identityRequests).where(eq(identityRequests.id, id));
  const row = request ? await findCaseById(db, request.caseId) : null;
  return request && row ? { request, row } : null;
}

/** Decides a request that is still open; null when it was decided before. */
export async function decideRequest(
  tx: Tx,
  id: number,
  decision: Pick<IdentityRequest, "state" | "decidedBy" | "decisionId" | "decidedAt" | "grantedUntil">,
): Promise<IdentityRequest | null> {
  const { identityRequests } = tx.tables;
  const [row] = await tx
    .update(identityRequests)
    .set(decision)
    .where(and(eq(identityRequests.id, id), eq(identityRequests.state, "open")))
    .returning();
  return row ?? null;
}

/** What a custodian reads of a request: of the case its code and kind, of the person name, role and agency. */
export interface RequestItem {
  readonly id: number;
  readonly code: string;
  readonly kind: CaseRow["kind"];
  readonly staffId: number;
  readonly name: string;
  readonly role: Tables["staff"]["$inferSelect"]["role"];
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly state: IdentityRequest["state"];
  readonly decidedAt: Date | null;
  readonly grantedUntil: Date | null;
}

/** One page of the requests, the oldest open one first, or the decided ones, the latest first. Refuses with `not-found` who may not decide. */
export async function listRequests(
  db: Db,
  actor: Actor,
  query: { open: boolean; after: number | null },
  limit = 20,
): Promise<{ items: RequestItem[]; nextAfter: number | null }> {
  if (!mayEver(actor, "decide-identity")) throw new Refusal("not-found");
  const { identityRequests, cases, staff, agencies, messages } = db.tables;
  const after = query.after;
  const found = await db
    .select({
      request: identityRequests,
      code: cases.code,
      kind: cases.kind,
      person: staff,
      agency: agencies,
      reason: messages.body,
    })
    .from(identityRequests)
    .innerJoin(cases, eq(cases.id, identityRequests.caseId))
    .innerJoin(staff, eq(staff.id, identityRequests.staffId))
    .innerJoin(agencies, eq(agencies.id, staff.agencyId))
    .innerJoin(messages, eq(messages.id, identityRequests.reasonId))
    .where(
      and(
        query.open ? eq(identityRequests.state, "open") : isNotNull(identityRequests.decidedAt),
        after === null ? undefined : (query.open ? gt : lt)(identityRequests.id, after),
        actor.kind === "staff" ? outsideWall(db, actor) : undefined,
      ),
    )
    .orderBy(query.open ? asc(identityRequests.id) : desc(identityRequests.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ request, code, kind, person, agency, reason }) => ({
    id: request.id,
    code,
    kind,
    staffId: person.id,
    name: person.name,
    role: person.role,
    agencyVi: agency.nameVi,
    agencyEn: agency.nameEn,
    reason,
    askedAt: request.askedAt,
    state: request.state,
    decidedAt: request.decidedAt,
    grantedUntil: request.grantedUntil,
  }));
  return { items, nextAfter: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many requests wait for this custodian, counted to `limit` at the most. */
export async function countOpenRequests(db: Db, actor: Actor, limit = 100): Promise<number> {
  const { identityRequests, cases } = db.tables;
  const rows = await db
    .select({ id: identityRequests.id })
    .from(identityRequests)
    .innerJoin(cases, eq(cases.id, identityRequests.caseId))
    .where(and(eq(identityRequests.state, "open"), actor.kind === "staff" ? outsideWall(db, actor) : undefined))
    .limit(limit);
  return rows.length;
}
