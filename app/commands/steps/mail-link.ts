import { randomUUID } from "node:crypto";
import type { Lang } from "../../domain/case-kind.ts";
import type { LinkPurpose } from "../../domain/identity.ts";
import { insertLink } from "../../../db/mailed-links.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Queues a mail with a one-use link to an address. The mail job writes the link; no table holds its token. */
export async function mailLink(
  tx: Tx,
  link: { purpose: LinkPurpose; email: string; lang: Lang; changeId?: number },
  mail: string,
  now: Date,
): Promise<void> {
  const messageId = randomUUID();
  const row = await insertLink(tx, { ...link, messageId }, now);
  await enqueueMail(tx, { mail, lang: link.lang, recipient: "link", recipientId: row.id, params: {}, messageId }, now);
}
