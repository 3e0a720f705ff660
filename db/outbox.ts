import { randomUUID } from "node:crypto";
import type { Lang } from "../app/domain/case-kind.ts";
import type { Tx } from "./store.server.ts";

/** A mail to be sent. `mail` names a file in `emails/`; params are codes, names of agencies and dates, never text of a case. */
export interface NewMail {
  readonly mail: string;
  readonly lang: Lang;
  readonly recipient: "reporter" | "staff";
  readonly recipientId: number;
  readonly params: Record<string, string>;
}

/** Queues a mail in the transaction of the act that causes it. */
export async function enqueueMail(tx: Tx, mail: NewMail, now: Date): Promise<void> {
  await tx.insert(tx.tables.outbox).values({
    ...mail,
    messageId: randomUUID(),
    state: "queued",
    attempts: 0,
    notBefore: now,
    createdAt: now,
  });
}
