import type { FiledCoAuthor } from "../domain/co-authors.ts";
import { type Submission, takesCoAuthors } from "../domain/forms.ts";
import { maySend } from "../domain/draft-roles.ts";
import type { Actor } from "../domain/actor.ts";
import { readPoint } from "../domain/point.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { draftOwner, formOwner } from "../../db/attachments.ts";
import { type CoAuthor, listCoAuthors } from "../../db/co-authors.ts";
import { deleteDraft, findDraft } from "../../db/drafts.ts";
import { findReceipt, type StoredReceipt } from "../../db/form-receipts.ts";
import type { Tx } from "../../db/store.server.ts";
import { keepReceipt } from "./steps/keep-receipt.ts";
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
  if (draft && !maySend(draft.role)) throw new Refusal("forbidden");
  const fileOwners = [formOwner(tx, token), ...(draft ? [draftOwner(tx, draft)] : [])];
  const place = readPoint(draft?.answers.point);
  const point = place && { latE6: place.latE6, longE6: place.lonE6 };
  const going = draft && takesCoAuthors(answers.kind) ? await coAuthorsOf(tx, draft.id) : [];
  const coAuthors = going.map(filedAs);
  if (coAuthors.length > 0 && answers.reporterType === "anonymous") {
    throw new InputRefusal({ reporterType: "co-authors" });
  }
  const coAuthorAddresses = going.flatMap(({ email }) => email ?? []);
  const keys = { key, sessionHash, bodyHash };
  const filing = { answers, key: keys, heldReason, fileOwners, point, coAuthors, coAuthorAddresses };
  const filed = await submitCase(tx, actor, filing, now);
  const receipt = await keepReceipt(tx, token, input, filed, now);
  if (draft) await deleteDraft(tx, draft.id);
  return receipt;
}

/** Who goes with the case: everybody who did not decline. */
async function coAuthorsOf(tx: Tx, draftId: number): Promise<CoAuthor[]> {
  return (await listCoAuthors(tx, draftId)).filter(({ state }) => state !== "declined");
}

/** A co-author as the case knows them: under their own name once they gave it. */
function filedAs({ name, ownName, share, state }: CoAuthor): FiledCoAuthor {
  return { name: ownName ?? name, share, state: state === "accepted" ? "accepted" : "invited" };
}
