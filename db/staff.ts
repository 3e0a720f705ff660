import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Role } from "../app/domain/permissions.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

export type StaffRow = Tables["staff"]["$inferSelect"];

export async function findStaff(db: Db, id: number): Promise<StaffRow | null> {
  const { staff } = db.tables;
  const [row] = await db.select().from(staff).where(eq(staff.id, id));
  return row ?? null;
}

export async function findStaffByEmail(db: Db, email: string): Promise<StaffRow | null> {
  const { staff } = db.tables;
  const [row] = await db.select().from(staff).where(eq(staff.email, email.trim().toLowerCase()));
  return row ?? null;
}

/** The people of an agency in these roles who can sign in; whom mail about its cases reaches. */
export async function activeStaff(db: Db, agencyId: number, roles: readonly Role[], limit = 20): Promise<StaffRow[]> {
  const { staff } = db.tables;
  return db
    .select()
    .from(staff)
    .where(
      and(
        eq(staff.agencyId, agencyId),
        inArray(staff.role, [...roles]),
        isNull(staff.disabledAt),
        isNotNull(staff.passwordHash),
      ),
    )
    .orderBy(asc(staff.id))
    .limit(limit);
}
