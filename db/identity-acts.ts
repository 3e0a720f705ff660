import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { IdentityActType } from "../app/domain/identity.ts";
import type { Actor } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { Refusal } from "../app/domain/refusal.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";
import { outsideWall } from "./visible-cases.ts";

/** What was done about identities, beside the events of the chain, in the order in which the audit page reads it. */
export type NewIdentityAct = Omit<Tables["identityActs"]["$inferInsert"], "id">;

/** Notes an act, in the transaction that appends its event. */
export async function insertIdentityAct(tx: Tx, act: NewIdentityAct): Promise<void> {
  await addRow(tx, "identityActs", act);
}

export interface AuditQuery {
  readonly caseId?: number | null;
  readonly staffId?: number | null;
  /** From this moment on, and before that one. */
  readonly from?: Date | null;
  readonly until?: Date | null;
  readonly cursor?: string | null;
}

export interface AuditItem {
  readonly id: number;
  readonly type: IdentityActType;
  readonly at: Date;
  readonly code: string | null;
  readonly staffId: number | null;
  readonly actorName: string;
  readonly agencyVi: string;
  readonly agencyEn: string;
  readonly reason: string | null;
  readonly until: Date | null;
}

/** One page of the acts, the latest first. Refuses with `not-found` who may not read the audit. */
export async function listIdentityActs(
  db: Db,
  actor: Actor,
  query: AuditQuery,
  limit = 30,
): Promise<{ items: AuditItem[]; nextCursor: string | null }> {
  if (!mayEver(actor, "see-audit")) throw new Refusal("not-found");
  const { identityActs, cases, messages } = db.tables;
  const found = await db
    .select({ act: identityActs, code: cases.code, reason: messages.body })
    .from(identityActs)
    .leftJoin(cases, eq(cases.id, identityActs.caseId))
    .leftJoin(messages, eq(messages.id, identityActs.messageId))
    .where(
      and(
        query.caseId ? eq(identityActs.caseId, query.caseId) : undefined,
        query.staffId ? eq(identityActs.staffId, query.staffId) : undefined,
        query.from ? gte(identityActs.at, query.from) : undefined,
        query.until ? lt(identityActs.at, query.until) : undefined,
        beforeCursor(db, query.cursor ?? null),
        // What was done on a case from which the reader is shut out is not part of their audit.
        actor.kind === "staff" ? or(isNull(identityActs.caseId), outsideWall(db, actor)) : undefined,
      ),
    )
    .orderBy(desc(identityActs.at), desc(identityActs.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ act, code, reason }) => ({
    id: act.id,
    type: act.type,
    at: act.at,
    code,
    staffId: act.staffId,
    actorName: act.actorName,
    agencyVi: act.agencyVi,
    agencyEn: act.agencyEn,
    reason: reason === "" ? null : reason,
    until: act.until,
  }));
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? `${last.at.getTime().toString(36)}.${last.id.toString(36)}` : null };
}

function beforeCursor(db: Db, cursor: string | null) {
  const { identityActs } = db.tables;
  const [time, id] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (time === undefined || id === undefined || !Number.isSafeInteger(time) || !Number.isSafeInteger(id))
    return undefined;
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return undefined;
  return or(lt(identityActs.at, at), and(eq(identityActs.at, at), lt(identityActs.id, id)));
}

/** Takes the words away that were given as reasons for seeing who sent a case: they may name the person. */
export async function eraseReasons(tx: Tx, caseId: number): Promise<void> {
  const { identityActs, messages } = tx.tables;
  const given = await tx
    .select({ id: identityActs.messageId })
    .from(identityActs)
    .where(and(eq(identityActs.caseId, caseId), isNotNull(identityActs.messageId)));
  const ids = given.flatMap(({ id }) => (id === null ? [] : [id]));
  if (ids.length > 0) await tx.update(messages).set({ body: "" }).where(inArray(messages.id, ids));
}
