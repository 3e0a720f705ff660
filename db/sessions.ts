import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { findAgency } from "./agencies.ts";
import type { Agency } from "./agencies.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { StaffRow } from "./staff.ts";
import type { Db, Tx } from "./store.server.ts";

export type SessionRow = Tables["sessions"]["$inferSelect"];

const MINUTE_MS = 60_000;
/** A session ends after this long without a request. */
export const IDLE_MS = 30 * MINUTE_MS;
/** A session ends this long after sign-in, however busy. */
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** How old "last seen" may get before a request renews it. */
const RENEW_MS = MINUTE_MS;

/** Opens a session and returns its secret id of 256 bits; only the keyed hash is stored. */
export async function insertSession(tx: Tx, staffId: number, now: Date): Promise<string> {
  const id = randomBytes(32).toString("base64url");
  await tx.insert(tx.tables.sessions).values({ idHash: hashOf(tx, id), staffId, createdAt: now, seenAt: now });
  return id;
}

/** Who is signed in by a session, with their rights as they are at this moment. */
export interface SignedIn {
  readonly session: SessionRow;
  readonly staff: StaffRow;
  readonly agency: Agency;
  /** True when the session should be marked as seen again. */
  readonly renew: boolean;
}

/** The person of a session; null when it is unknown, idle, over, or the account is disabled. */
export async function findSession(db: Db, id: string, now: Date): Promise<SignedIn | null> {
  const { sessions, staff } = db.tables;
  const query = prepared(db, "findSession", () =>
    db
      .select({ session: sessions, staff })
      .from(sessions)
      .innerJoin(staff, eq(staff.id, sessions.staffId))
      .where(eq(sessions.idHash, sql.placeholder("idHash")))
      .prepare("find_session"),
  );
  const [found] = await query.execute({ idHash: hashOf(db, id) });
  if (!found || found.staff.disabledAt !== null || !isAlive(found.session, now)) return null;
  const agency = await findAgency(db, found.staff.agencyId);
  if (!agency) return null;
  return { ...found, agency, renew: now.getTime() - found.session.seenAt.getTime() >= RENEW_MS };
}

function isAlive(session: SessionRow, now: Date): boolean {
  const idle = now.getTime() - session.seenAt.getTime();
  const age = now.getTime() - session.createdAt.getTime();
  return idle < IDLE_MS && age < ABSOLUTE_MS;
}

export async function markSeen(tx: Tx, session: SessionRow, now: Date): Promise<void> {
  const { sessions } = tx.tables;
  await tx.update(sessions).set({ seenAt: now }).where(eq(sessions.idHash, session.idHash));
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.idHash, hashOf(tx, id)));
}

/** Ends the sessions of a person, all or all but the one named by its hash. */
export async function deleteSessionsOf(tx: Tx, staffId: number, exceptHash: string | null = null): Promise<void> {
  const { sessions } = tx.tables;
  const others = exceptHash === null ? undefined : ne(sessions.idHash, exceptHash);
  await tx.delete(sessions).where(and(eq(sessions.staffId, staffId), others));
}

/** The open sessions of a person, the latest first. */
export async function listSessions(db: Db, staffId: number, now: Date): Promise<SessionRow[]> {
  const { sessions } = db.tables;
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.staffId, staffId), gt(sessions.createdAt, new Date(now.getTime() - ABSOLUTE_MS))))
    .orderBy(desc(sessions.createdAt));
  return rows.filter((row) => isAlive(row, now));
}

const hashOf = (db: Db, id: string): string => db.keys.hash("session", id);
