import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { lastDay } from "../app/domain/deadlines.ts";
import { HASH_UNKNOWN, type ReceiptFacts, receiptText } from "../app/domain/receipt.ts";
import { type CaseRow, findCase } from "./cases.ts";
import { caseStream } from "./events.ts";
import { prepared } from "./prepared.ts";
import type { EventData } from "./schema.ts";
import type { Db } from "./store.server.ts";

/**
 * Receipts are not stored: the first event of a case holds what its receipt
 * certifies, so the audit chain guards it, and signing the same text with the
 * same key gives the same bytes each time.
 */
export interface SignedReceipt {
  readonly facts: ReceiptFacts;
  /** The signed bytes: UTF-8. */
  readonly text: Buffer;
  /** Ed25519, 64 bytes. */
  readonly signature: Buffer;
}

/** What the event of filing keeps for the receipt, besides the body that holds the case. */
export function receiptData(
  site: { readonly host: string; readonly keyId: string },
  row: Pick<CaseRow, "contentSha256" | "triageDueAt" | "dueAt">,
  fileSha256: readonly string[],
): EventData {
  return {
    contentSha256: row.contentSha256,
    fileSha256: fileSha256.join(" "),
    triageDue: lastDay(row.triageDueAt),
    answerDue: lastDay(row.dueAt),
    portal: site.host,
    receiptKey: site.keyId,
  };
}

/** SHA-256 of the files that a case was filed with, in their order; a dash for one that was still being looked into. */
export async function filedHashes(db: Db, caseId: number): Promise<string[]> {
  const { attachments } = db.tables;
  const query = prepared(db, "filedHashes", () =>
    db
      .select({ sha256: attachments.sha256 })
      .from(attachments)
      .where(
        and(
          eq(attachments.caseId, sql.placeholder("caseId")),
          isNull(attachments.messageId),
          isNull(attachments.evidenceBy),
        ),
      )
      .orderBy(asc(attachments.id))
      .prepare("filed_hashes"),
  );
  return (await query.execute({ caseId })).map(({ sha256 }) => sha256 ?? HASH_UNKNOWN);
}

/**
 * The receipt of a case, signed. Null when there is no such case, when it was
 * filed before receipts were signed, and when the key that signed it is gone
 * from the ring. Whoever calls has made sure that the asker may have it.
 */
export async function findSignedReceipt(db: Db, code: string): Promise<SignedReceipt | null> {
  const row = await findCase(db, code);
  const facts = row && (await factsOf(db, row));
  if (!facts || !db.keys.receiptPublicKeys().some(({ keyId }) => keyId === facts.keyId)) return null;
  const text = Buffer.from(receiptText(facts));
  return { facts, text, signature: db.keys.signReceipt(text, facts.keyId) };
}

async function factsOf(db: Db, row: CaseRow): Promise<ReceiptFacts | null> {
  const { events } = db.tables;
  const [filing] = await db
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.stream, caseStream(row.id)), eq(events.position, 1)));
  if (!filing) return null;
  const { holderVi, holderEn, contentSha256, fileSha256, triageDue, answerDue, portal, receiptKey } = filing.data;
  if (typeof receiptKey !== "string") return null;
  return {
    portal: String(portal),
    code: row.code,
    kind: row.kind,
    receivedAt: filing.at,
    agencyVi: String(holderVi),
    agencyEn: String(holderEn),
    triageDue: String(triageDue),
    answerDue: String(answerDue),
    textSha256: String(contentSha256),
    fileSha256: String(fileSha256).split(" ").filter(Boolean),
    keyId: receiptKey,
  };
}
