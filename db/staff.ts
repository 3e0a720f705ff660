import { randomBytes } from "node:crypto";
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { coveredBy } from "../app/domain/conflict-wall.ts";
import type { Actor, Role, StaffActor } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { Refusal } from "../app/domain/refusal.ts";
import type { Agency } from "./agencies.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type StaffRow = Tables["staff"]["$inferSelect"];

export async function findStaff(db: Db, id: number): Promise<StaffRow | null> {
  const { staff } = db.tables;
  const query = prepared(db, "findStaff", () =>
    db
      .select()
      .from(staff)
      .where(eq(staff.id, sql.placeholder("id")))
      .prepare("find_staff"),
  );
  const [row] = await query.execute({ id });
  return row ?? null;
}

/** The names of people by id. */
export async function staffNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { staff } = db.tables;
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
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

/** The people of a role who can sign in, wherever they work. */
export async function staffOfRole(db: Db, role: Role, limit = 20): Promise<StaffRow[]> {
  const { staff } = db.tables;
  return db
    .select()
    .from(staff)
    .where(and(eq(staff.role, role), isNull(staff.disabledAt), isNotNull(staff.passwordHash)))
    .orderBy(asc(staff.id))
    .limit(limit);
}

/** Holds a person's row until the transaction ends, for who appends to their chain of events. */
export async function holdStaff(tx: Tx, id: number): Promise<void> {
  const { staff } = tx.tables;
  await tx.update(staff).set({ id }).where(eq(staff.id, id));
}

/** How long a one-time link of an account works: 72 hours. */
const ACTIVATION_MS = 72 * 3600 * 1000;

/**
 * Makes the one-time token with which a person sets a password, and replaces
 * the one before it. Only its keyed hash is stored. The mail job gives a token
 * of its own, so that every attempt at one mail holds the same link.
 */
export async function issueActivation(
  tx: Tx,
  staffId: number,
  now: Date,
  token: string = randomBytes(32).toString("base64url"),
): Promise<string> {
  const { staff } = tx.tables;
  await tx
    .update(staff)
    .set({ activationHash: tx.keys.hash("token", token), activationExpiresAt: activationEnds(now) })
    .where(eq(staff.id, staffId));
  return token;
}

/** When a one-time link made at this moment stops working. */
export function activationEnds(now: Date): Date {
  return new Date(now.getTime() + ACTIVATION_MS);
}

/** The address of the account that the set-up link belongs to, until its owner has given their own. */
export const SETUP_EMAIL = "first-administrator@setup.invalid";

/** True once an account other than the unused set-up account exists. */
export async function hasStaff(db: Db): Promise<boolean> {
  const { staff } = db.tables;
  const rows = await db.select({ id: staff.id }).from(staff).where(ne(staff.email, SETUP_EMAIL)).limit(1);
  return rows.length > 0;
}

/** A person as an actor, with the names of their agency as they are now, standing in for nobody; `db/absences.ts` adds whom they stand in for. */
export function actorOf(row: StaffRow, agency: Agency): StaffActor {
  const { id: staffId, name, role } = row;
  return {
    kind: "staff",
    staffId,
    name,
    role,
    agencyId: agency.id,
    agencyVi: agency.nameVi,
    agencyEn: agency.nameEn,
    coveredBy: coveredBy(agency),
    standIns: [],
  };
}

/** Stores an account; null when the address is already in use. */
export async function insertStaff(tx: Tx, row: Omit<Tables["staff"]["$inferInsert"], "id">): Promise<StaffRow | null> {
  const { staff } = tx.tables;
  const [stored] = await tx.insert(staff).values(row).onConflictDoNothing({ target: staff.email }).returning();
  return stored ?? null;
}

/** Writes changes to an account whose version is still the one that was read. Null when somebody was faster. */
export async function updateStaff(tx: Tx, row: StaffRow, changes: Partial<StaffRow>): Promise<StaffRow | null> {
  const { staff } = tx.tables;
  const [updated] = await tx
    .update(staff)
    .set({ ...changes, version: row.version + 1 })
    .where(and(eq(staff.id, row.id), eq(staff.version, row.version)))
    .returning();
  return updated ?? null;
}

/** Keeps the language in which a person reads the office; a preference, no event. */
export async function setStaffLanguage(tx: Tx, staffId: number, lang: StaffRow["lang"]): Promise<void> {
  const { staff } = tx.tables;
  await tx.update(staff).set({ lang }).where(eq(staff.id, staffId));
}

/** The account to which a one-time link belongs, or null when it was used, replaced, too old or never existed. */
/** Keeps how single keys act in a person's console. */
export async function setStaffShortcuts(tx: Tx, staffId: number, shortcuts: StaffRow["shortcuts"]): Promise<void> {
  const { staff } = tx.tables;
  await tx.update(staff).set({ shortcuts }).where(eq(staff.id, staffId));
}

export async function findByActivation(db: Db, token: string, now: Date): Promise<StaffRow | null> {
  const { staff } = db.tables;
  const [row] = await db
    .select()
    .from(staff)
    .where(and(eq(staff.activationHash, db.keys.hash("token", token)), gt(staff.activationExpiresAt, now)));
  return row && row.disabledAt === null ? row : null;
}

/**
 * The administrators who can sign in, held until the transaction ends: two
 * administrators who disable each other at once do so one after the other.
 */
export async function holdAdministrators(tx: Tx): Promise<StaffRow[]> {
  const { staff } = tx.tables;
  const rows = await tx.update(staff).set({ role: "admin" }).where(eq(staff.role, "admin")).returning();
  return rows.filter((row) => row.disabledAt === null && row.passwordHash !== null);
}

/** One page of the accounts of an agency or of all, in the order in which they were made. Refuses with `not-found` who may not manage people. */
export async function listStaff(
  db: Db,
  actor: Actor,
  query: { agencyId?: number | null; after?: number | null },
  limit = 50,
): Promise<{ items: StaffRow[]; nextAfter: number | null }> {
  if (!mayEver(actor, "manage-people")) throw new Refusal("not-found");
  const { staff } = db.tables;
  const found = await db
    .select()
    .from(staff)
    .where(
      and(
        query.agencyId ? eq(staff.agencyId, query.agencyId) : undefined,
        query.after ? gt(staff.id, query.after) : undefined,
      ),
    )
    .orderBy(asc(staff.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, nextAfter: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
