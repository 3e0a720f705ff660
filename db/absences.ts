import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { coveredBy, isWalledOff } from "../app/domain/conflict-wall.ts";
import type { StandIn } from "../app/domain/case-desk.ts";
import type { StaffActor } from "../app/domain/actor.ts";
import type { Agency } from "./agencies.ts";
import type { Tables } from "./schema.ts";
import { actorOf, type StaffRow } from "./staff.ts";
import type { Db, Tx } from "./store.server.ts";

export type AbsenceRow = Tables["absences"]["$inferSelect"];

const onDay = (db: Db, day: string) => {
  const { absences } = db.tables;
  return and(isNull(absences.endedAt), lte(absences.fromDay, day), gte(absences.toDay, day));
};

/** A person as an actor with whom they stand in for on a day: people of the same role who can sign in. */
export async function actorOn(db: Db, row: StaffRow, agency: Agency, day: string): Promise<StaffActor> {
  const { absences, staff, agencies } = db.tables;
  const found = await db
    .select({ person: staff, home: agencies })
    .from(absences)
    .innerJoin(staff, eq(staff.id, absences.staffId))
    .innerJoin(agencies, eq(agencies.id, staff.agencyId))
    .where(and(eq(absences.substituteId, row.id), onDay(db, day), eq(staff.role, row.role), isNull(staff.disabledAt)))
    .orderBy(asc(absences.id));
  const standIns = found.map(({ person, home }): StandIn => ({
    staffId: person.id,
    name: person.name,
    agencyId: home.id,
    coveredBy: coveredBy(home),
  }));
  return { ...actorOf(row, agency), standIns };
}

/** Who stands in for a person on a day and can sign in, with their agency; null while they are there. */
async function substituteOf(db: Db, staffId: number, day: string): Promise<{ person: StaffRow; home: Agency } | null> {
  const { absences, staff, agencies } = db.tables;
  const [found] = await db
    .select({ person: staff, home: agencies })
    .from(absences)
    .innerJoin(staff, eq(staff.id, absences.substituteId))
    .innerJoin(agencies, eq(agencies.id, staff.agencyId))
    .where(and(eq(absences.staffId, staffId), onDay(db, day), isNull(staff.disabledAt)));
  return found ?? null;
}

/**
 * Whom a mail about a case reaches that is meant for this person: nobody when
 * they must not handle it, and whoever stands in for them while they are away.
 */
export async function receiverOf(
  db: Db,
  walledOff: string | null,
  staffId: number,
  day: string,
): Promise<Pick<StaffRow, "id" | "lang"> | null> {
  const { staff, agencies } = db.tables;
  const [found] = await db
    .select({ person: staff, home: agencies })
    .from(staff)
    .innerJoin(agencies, eq(agencies.id, staff.agencyId))
    .where(eq(staff.id, staffId));
  if (!found || isWalledOff(walledOff, actorOf(found.person, found.home))) return null;
  const substitute = await substituteOf(db, staffId, day);
  const reaches = substitute && !isWalledOff(walledOff, actorOf(substitute.person, substitute.home));
  return reaches ? substitute.person : found.person;
}

/** True when a person stands in for somebody on a day. */
export async function standsIn(db: Db, staffId: number, day: string): Promise<boolean> {
  const { absences } = db.tables;
  const rows = await db
    .select({ id: absences.id })
    .from(absences)
    .where(and(eq(absences.substituteId, staffId), onDay(db, day)))
    .limit(1);
  return rows.length > 0;
}

/** An absence with who stands in, as pages show it. */
export interface NamedAbsence extends AbsenceRow {
  readonly substitute: string;
}

/** The absences of these people that are not over on a day, the next first. */
export async function absencesOf(db: Db, staffIds: readonly number[], day: string): Promise<NamedAbsence[]> {
  const { absences, staff } = db.tables;
  if (staffIds.length === 0) return [];
  const found = await db
    .select({ absence: absences, substitute: staff.name })
    .from(absences)
    .innerJoin(staff, eq(staff.id, absences.substituteId))
    .where(and(inArray(absences.staffId, [...staffIds]), isNull(absences.endedAt), gte(absences.toDay, day)))
    .orderBy(asc(absences.fromDay), asc(absences.id));
  return found.map(({ absence, substitute }) => ({ ...absence, substitute }));
}

export async function findAbsence(db: Db, id: number): Promise<AbsenceRow | null> {
  const { absences } = db.tables;
  const [row] = await db.select().from(absences).where(eq(absences.id, id));
  return row ?? null;
}

/** Absences in these days in which one of these people is away or stands in. */
export async function overlapping(
  db: Db,
  staffIds: readonly number[],
  from: string,
  to: string,
): Promise<AbsenceRow[]> {
  const { absences } = db.tables;
  const ids = [...staffIds];
  return db
    .select()
    .from(absences)
    .where(
      and(
        isNull(absences.endedAt),
        lte(absences.fromDay, to),
        gte(absences.toDay, from),
        or(inArray(absences.staffId, ids), inArray(absences.substituteId, ids)),
      ),
    );
}

export async function insertAbsence(
  tx: Tx,
  absence: Pick<AbsenceRow, "staffId" | "substituteId" | "fromDay" | "toDay" | "createdAt">,
): Promise<AbsenceRow> {
  const [row] = await tx.insert(tx.tables.absences).values(absence).returning();
  if (!row) throw new Error("an absence was not stored");
  return row;
}

/** Ends an absence before its last day; false when it was ended before. */
export async function endAbsenceRow(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { absences } = tx.tables;
  const written = await tx
    .update(absences)
    .set({ endedAt: now })
    .where(and(eq(absences.id, id), isNull(absences.endedAt)))
    .returning({ id: absences.id });
  return written.length > 0;
}
