import { eq, gt } from "drizzle-orm";
import type { Store } from "../store.server.ts";
import { makeChance } from "./chance.ts";

const HOUR_MS = 3600 * 1000;
/** The mails of the last hours wait, so that the outbox shows some that do. */
const STILL_QUEUED_MS = 30 * HOUR_MS;
const PAGE = 500;

/**
 * Records the mails of invented cases as a server would have left them: sent
 * soon after they were queued, without an address where the sender gave none.
 * No mail leaves: the addresses lie in domains reserved for examples.
 */
export async function settlePastMail(store: Store, now: Date): Promise<void> {
  const { outbox, reporters } = store.read.tables;
  const reachable = new Set(
    (await store.read.select({ id: reporters.caseId, email: reporters.emailIndex }).from(reporters))
      .filter((row) => row.email !== null)
      .map((row) => row.id),
  );
  const chance = makeChance("past-mail");
  for (let last = 0; ;) {
    const page = await store.read
      .select({ id: outbox.id, recipient: outbox.recipient, recipientId: outbox.recipientId, at: outbox.createdAt })
      .from(outbox)
      .where(gt(outbox.id, last))
      .orderBy(outbox.id)
      .limit(PAGE);
    await store.write(async (tx) => {
      for (const mail of page) {
        const age = now.getTime() - mail.at.getTime();
        const settled =
          mail.recipient === "reporter" && !reachable.has(mail.recipientId)
            ? { state: "no-address" as const }
            : age < STILL_QUEUED_MS
              ? null
              : age > 72 * HOUR_MS && mail.recipient === "reporter" && chance.happens(0.0015)
                ? { state: "stuck" as const, attempts: 6, lastError: "550" }
                : {
                    state: "sent" as const,
                    attempts: 1,
                    sentAt: new Date(mail.at.getTime() + chance.int(2_000, 9_000)),
                  };
        if (settled) await tx.update(tx.tables.outbox).set(settled).where(eq(outbox.id, mail.id));
      }
    });
    const end = page.at(-1);
    if (!end) return;
    last = end.id;
  }
}
