import { inArray, lt } from "drizzle-orm";
import { UNDO_MS } from "../domain/undo.ts";
import { GONE_MS } from "../domain/presence.ts";
import { deleteChange, lapsedChanges } from "../../db/contact-changes.ts";
import { forgetContactSessions } from "../../db/contact-sessions.ts";
import { forgetUnconfirmedAddresses } from "../../db/followers.ts";
import { forgetUnconfirmedLists } from "../../db/list-followers.ts";
import { forgetLinks } from "../../db/mailed-links.ts";
import { forgetDeliveries } from "../../db/deliveries.ts";
import { forgetDoneActs } from "../../db/done-acts.ts";
import { forgetDossierLists } from "../../db/dossiers.ts";
import { forgetPresences } from "../../db/presence.ts";
import type { Store } from "../../db/store.server.ts";

const DAY_MS = 24 * 3600 * 1000;

/** Removes what has had its time: drafts, receipts, sessions, idempotency keys after seven days. */
export async function tidyUp(store: Store, now: Date): Promise<void> {
  await store.write(async (tx) => {
    await forgetContactSessions(tx, now);
    await forgetLinks(tx, now);
    await forgetUnconfirmedLists(tx, new Date(now.getTime() - 7 * DAY_MS));
    await forgetUnconfirmedAddresses(tx, new Date(now.getTime() - 7 * DAY_MS));
    for (const id of await lapsedChanges(tx, now)) await deleteChange(tx, id);
    const { drafts, draftKeys, coAuthors, formReceipts, sessions, idempotencyKeys } = tx.tables;
    const old = tx.select({ id: drafts.id }).from(drafts).where(lt(drafts.expiresAt, now));
    await tx.delete(draftKeys).where(inArray(draftKeys.draftId, old));
    await tx.delete(coAuthors).where(inArray(coAuthors.draftId, old));
    await tx.delete(drafts).where(lt(drafts.expiresAt, now));
    await tx.delete(formReceipts).where(lt(formReceipts.expiresAt, now));
    await forgetDossierLists(tx, now);
    await forgetDoneActs(tx, new Date(now.getTime() - 10 * UNDO_MS));
    await forgetDeliveries(tx, new Date(now.getTime() - 90 * DAY_MS), new Date(now.getTime() - 366 * DAY_MS));
    await forgetPresences(tx, new Date(now.getTime() - GONE_MS));
    await tx.delete(sessions).where(lt(sessions.createdAt, new Date(now.getTime() - DAY_MS)));
    await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(now.getTime() - 7 * DAY_MS)));
  });
  await store.scrub();
}
