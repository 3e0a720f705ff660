import { and, eq, gte, inArray, lt } from "drizzle-orm";
import type { Actor, Role } from "../app/domain/actor.ts";
import { visibleTo } from "./cases.ts";
import type { Db, Tx } from "./store.server.ts";

/** Somebody who has a case open. */
export interface Present {
  readonly caseId: number;
  readonly staffId: number;
  readonly name: string;
  readonly role: Role;
  readonly seenAt: Date;
  readonly typing: boolean;
}

/** Notes that somebody has a case open now, and whether they are writing on it. */
export async function savePresence(tx: Tx, caseId: number, staffId: number, typing: boolean, now: Date): Promise<void> {
  const { presences } = tx.tables;
  await tx
    .insert(presences)
    .values({ caseId, staffId, typing, seenAt: now })
    .onConflictDoUpdate({ target: [presences.caseId, presences.staffId], set: { typing, seenAt: now } });
}

export async function deletePresence(tx: Tx, caseId: number, staffId: number): Promise<void> {
  const { presences } = tx.tables;
  await tx.delete(presences).where(and(eq(presences.caseId, caseId), eq(presences.staffId, staffId)));
}

/** Forgets whoever was last seen before a moment. */
export async function forgetPresences(tx: Tx, before: Date): Promise<void> {
  const { presences } = tx.tables;
  await tx.delete(presences).where(lt(presences.seenAt, before));
}

/** Who has these cases open, seen at or after a moment, the first name first. */
export async function listPresent(db: Db, caseIds: readonly number[], since: Date): Promise<Present[]> {
  const { presences, staff } = db.tables;
  if (caseIds.length === 0) return [];
  return db
    .select({
      caseId: presences.caseId,
      staffId: presences.staffId,
      name: staff.name,
      role: staff.role,
      seenAt: presences.seenAt,
      typing: presences.typing,
    })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .where(and(inArray(presences.caseId, [...caseIds]), gte(presences.seenAt, since)))
    .orderBy(staff.name, staff.id);
}

/** The versions of those of these cases that the actor may see at all. */
export async function visibleVersions(db: Db, actor: Actor, caseIds: readonly number[]): Promise<Map<number, number>> {
  const { cases } = db.tables;
  const rows = await db
    .select({ id: cases.id, version: cases.version })
    .from(cases)
    .where(and(inArray(cases.id, [...caseIds]), visibleTo(db, actor)));
  return new Map(rows.map((row) => [row.id, row.version]));
}
