import type { Submission } from "../../domain/forms.ts";
import { saveReceipt, type StoredReceipt } from "../../../db/form-receipts.ts";
import type { Tx } from "../../../db/store.server.ts";
import type { Receipt } from "../submit-case.ts";

/** Keeps the receipt of what was just filed for whoever holds the token: a form session, or a clerk. */
export async function keepReceipt(
  tx: Tx,
  token: string,
  { answers, key }: { readonly answers: Submission; readonly key: string },
  filed: Receipt,
  now: Date,
): Promise<StoredReceipt> {
  const { code, secret, receivedAt, dueAt, triageDueAt } = filed;
  const mailed = answers.reporterType !== "anonymous" && answers.email !== undefined;
  const receipt: StoredReceipt = { kind: answers.kind, key, code, secret, receivedAt, dueAt, triageDueAt, mailed };
  await saveReceipt(tx, token, receipt, now);
  return receipt;
}
