import { desc, eq } from "drizzle-orm";
import type { StaffActor } from "../app/domain/actor.ts";
import { type CaseRow, findCase } from "./cases.ts";
import type { Db } from "./store.server.ts";

/** The cases that a clerk filed for others and may still look into, newest first. */
export async function listFiledBy(db: Db, clerk: StaffActor, limit: number): Promise<CaseRow[]> {
  const { cases } = db.tables;
  return db.select().from(cases).where(eq(cases.clerkId, clerk.staffId)).orderBy(desc(cases.id)).limit(limit);
}

/** A case that this clerk filed; null once the person has a secret of their own, and for every other. */
export async function findFiledBy(db: Db, clerk: StaffActor, code: string): Promise<CaseRow | null> {
  const row = await findCase(db, code);
  return row !== null && row.clerkId === clerk.staffId ? row : null;
}
