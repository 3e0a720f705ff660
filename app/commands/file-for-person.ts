import type { DeskChannel } from "../domain/case-kind.ts";
import type { Submission } from "../domain/forms.ts";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { deskToken, type StoredReceipt } from "../../db/form-receipts.ts";
import type { Tx } from "../../db/store.server.ts";
import { keepReceipt } from "./steps/keep-receipt.ts";
import { submitCase } from "./submit-case.ts";

export interface FileForPerson {
  readonly answers: Submission;
  readonly channel: DeskChannel;
  /** Drawn when the form was shown, so that a form sent twice is one case. */
  readonly key: string;
  readonly bodyHash: string;
}

/**
 * Files a case for somebody at the counter, on the telephone or by letter: the
 * same record, code and clock as any other. The receipt with its secret is kept
 * for the clerk to print, and the case stays open to the clerk, until the
 * person takes a secret of their own.
 */
export async function fileForPerson(tx: Tx, actor: Actor, input: FileForPerson, now: Date): Promise<StoredReceipt> {
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { answers, channel, key, bodyHash } = input;
  const token = deskToken(actor.staffId);
  const sessionHash = tx.keys.hash("form", token);
  const filed = await submitCase(
    tx,
    actor,
    { answers, channel, key: { key, sessionHash, bodyHash }, heldReason: null },
    now,
  );
  return keepReceipt(tx, token, input, filed, now);
}
