import { randomBytes, randomUUID } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { FORMER_SECRET_MS, type WebhookEvent } from "../app/domain/webhook.ts";
import { insertRow, prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** Connected systems: what the operator lets be told of cases, and of tasks. Dozens at the most. */
export type SystemRow = Tables["webhooks"]["$inferSelect"];
/** What an administrator says of a system. */
export type SystemSettings = Pick<SystemRow, "name" | "url" | "kind" | "events">;

const MOST_SYSTEMS = 200;
const owner = ({ publicId }: Pick<SystemRow, "publicId">): string => `webhook|${publicId}`;
const freshSecret = (): string => `cnw_${randomBytes(32).toString("base64url")}`;

/** Every system, in the order in which they were connected. */
export async function listSystems(db: Db): Promise<SystemRow[]> {
  const { webhooks } = db.tables;
  return db.select().from(webhooks).orderBy(asc(webhooks.id)).limit(MOST_SYSTEMS);
}

/** The systems that are not switched off. */
export async function activeSystems(db: Db): Promise<SystemRow[]> {
  const { webhooks } = db.tables;
  const query = prepared(db, "activeSystems", () =>
    db
      .select()
      .from(webhooks)
      .where(isNull(webhooks.pausedAt))
      .orderBy(asc(webhooks.id))
      .limit(MOST_SYSTEMS)
      .prepare("active_systems"),
  );
  return query.execute();
}

/** The systems that want to be told of such an event. */
export async function listenersTo(db: Db, event: WebhookEvent): Promise<SystemRow[]> {
  return (await activeSystems(db)).filter(({ events }) => events.some((wanted) => wanted === event));
}

export async function findSystem(db: Db, publicId: string): Promise<SystemRow | null> {
  const { webhooks } = db.tables;
  const [row] = await db.select().from(webhooks).where(eq(webhooks.publicId, publicId));
  return row ?? null;
}

/** Stores a system with a secret of its own, which is given in clear this once. */
export async function insertSystem(
  tx: Tx,
  settings: SystemSettings,
  now: Date,
): Promise<{ row: SystemRow; secret: string }> {
  const publicId = randomUUID();
  const wrappedKey = tx.keys.newDataKey(owner({ publicId }));
  const secret = freshSecret();
  const sealed = tx.keys.seal(wrappedKey, owner({ publicId }), "secret", secret);
  const row = await insertRow(tx, "webhooks", {
    ...settings,
    publicId,
    wrappedKey,
    secret: sealed,
    formerSecret: null,
    formerUntil: null,
    createdAt: now,
    pausedAt: null,
    version: 1,
  });
  return { row, secret };
}

/** Writes a system whose version is still the one that was read; null when somebody was faster. */
export async function updateSystem(tx: Tx, row: SystemRow, set: Partial<SystemRow>): Promise<SystemRow | null> {
  const { webhooks } = tx.tables;
  const [updated] = await tx
    .update(webhooks)
    .set({ ...set, version: row.version + 1 })
    .where(and(eq(webhooks.id, row.id), eq(webhooks.version, row.version)))
    .returning();
  return updated ?? null;
}

/** The columns of a system with a new secret, and the secret in clear. The one before signs for another day. */
export function renewedSecret(
  tx: Tx,
  row: SystemRow,
  now: Date,
): { set: Pick<SystemRow, "secret" | "formerSecret" | "formerUntil">; secret: string } {
  const secret = freshSecret();
  const former = tx.keys.open(row.wrappedKey, owner(row), "secret", row.secret);
  const set = {
    secret: tx.keys.seal(row.wrappedKey, owner(row), "secret", secret),
    formerSecret: tx.keys.seal(row.wrappedKey, owner(row), "former-secret", former),
    formerUntil: new Date(now.getTime() + FORMER_SECRET_MS),
  };
  return { set, secret };
}

/** The secrets that sign for a system now, the newest first. */
export function secretsOf(db: Db, row: SystemRow, now: Date): readonly string[] {
  const secret = db.keys.open(row.wrappedKey, owner(row), "secret", row.secret);
  if (row.formerSecret === null || row.formerUntil === null || row.formerUntil <= now) return [secret];
  return [secret, db.keys.open(row.wrappedKey, owner(row), "former-secret", row.formerSecret)];
}
