import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { StaffActor } from "../app/domain/actor.ts";
import { actorOn } from "./absences.ts";
import { findAgency } from "./agencies.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type ApiTokenRow = Tables["apiTokens"]["$inferSelect"];

/** What a token opens: the staff API, Open311 as an intake, or the sending of webhooks. */
export const tokenScopes = ["staff", "open311", "webhook"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Makes a token of 256 bits and returns it; only its keyed hash is stored. */
export async function insertToken(tx: Tx, staffId: number, scope: TokenScope, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = tx.keys.hash("token", token);
  await tx.insert(tx.tables.apiTokens).values({ tokenHash, staffId, scope, createdAt: now });
  return token;
}

/**
 * The owner of a token as an actor, with their rights as they are now and whom
 * they stand in for on a day; null when it is unknown, revoked, of another
 * scope, or its owner is disabled.
 */
export async function actorByToken(db: Db, token: string, scope: TokenScope, day: string): Promise<StaffActor | null> {
  const { apiTokens, staff } = db.tables;
  const [found] = await db
    .select({ staff })
    .from(apiTokens)
    .innerJoin(staff, eq(staff.id, apiTokens.staffId))
    .where(
      and(
        eq(apiTokens.tokenHash, db.keys.hash("token", token)),
        eq(apiTokens.scope, scope),
        isNull(apiTokens.revokedAt),
        isNull(staff.disabledAt),
      ),
    );
  if (!found) return null;
  const agency = await findAgency(db, found.staff.agencyId);
  return agency ? actorOn(db, found.staff, agency, day) : null;
}
