import { isNull } from "drizzle-orm";
import type { Db } from "../store.server.ts";

/** Whether anything waits for its place in the log. */
export async function someWait(db: Db): Promise<boolean> {
  const { ledgerEntries: e, ledgerTexts: t } = db.tables;
  const events = await db.select({ id: e.eventId }).from(e).where(isNull(e.logIndex)).limit(1);
  if (events.length > 0) return true;
  const texts = await db.select({ id: t.id }).from(t).where(isNull(t.logIndex)).limit(1);
  return texts.length > 0;
}
