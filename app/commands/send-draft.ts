import type { Submission } from "../domain/forms.ts";
import type { Actor } from "../domain/permissions.ts";
import { readPoint } from "../domain/point.ts";
import { draftOwner, formOwner } from "../../db/attachments.ts";
import { deleteDraft, findDraft } from "../../db/drafts.ts";
import { findReceipt, saveReceipt, type StoredReceipt } from "../../db/form-receipts.ts";
import type { Tx } from "../../db/store.server.ts";
import { submitCase, type SubmitCase } from "./submit-case.ts";

export interface SendDraft {
  /** The token of the form session. */
  readonly token: string;
  readonly answers: Submission;
  readonly key: string;
  readonly bodyHash: string;
  readonly heldReason: SubmitCase["heldReason"];
}

/**
 * Files what a form session wrote with the files that it sent, keeps the receipt for the session and erases
 * the draft. Sent twice, it is the same case with the same receipt.
 */
export async function sendDraft(tx: Tx, actor: Actor, input: SendDraft, now: Date): Promise<StoredReceipt> {
  const { token, answers, key, bodyHash, heldReason } = input;
  const before = await findReceipt(tx, token, now);
  if (before?.key === key) return before;
  const sessionHash = tx.keys.hash("form", `session|${token}`);
  const draft = await findDraft(tx, token, now);
  const fileOwners = [formOwner(tx, token), ...(draft ? [draftOwner(tx, draft)] : [])];
  const place = readPoint(draft?.answers.point);
  const point = place && { latE6: place.latE6, longE6: place.lonE6 };
  const filing = { answers, key: { key, sessionHash, bodyHash }, heldReason, fileOwners, point };
  const filed = await submitCase(tx, actor, filing, now);
  const receipt: StoredReceipt = {
    kind: answers.kind,
    key,
    code: filed.code,
    secret: filed.secret,
    receivedAt: filed.receivedAt,
    dueAt: filed.dueAt,
    triageDueAt: filed.triageDueAt,
    mailed: answers.reporterType !== "anonymous" && answers.email !== undefined,
  };
  await saveReceipt(tx, token, receipt, now);
  if (draft) await deleteDraft(tx, draft.id);
  return receipt;
}
