import type { Actor } from "../domain/actor.ts";
import { findCase } from "../../db/cases.ts";
import { claimedSince, recordFiling } from "../../db/open311.ts";
import type { Tx } from "../../db/store.server.ts";
import { type Receipt, submitCase, type SubmitCase } from "./submit-case.ts";

export interface FileOpen311Request {
  readonly tokenId: number;
  readonly submission: Omit<SubmitCase, "key" | "channel" | "heldReason">;
  /** The client's own name for the request, or null when it gives none. */
  readonly externalId: string | null;
  /** SHA-256 of everything it sent that makes the case. */
  readonly bodyHash: string;
}

const DAY_MS = 24 * 3600 * 1000;

/**
 * Files a case that another system sends. A request sent again is the same
 * case: by the client's own id for as long as keys are kept, without one by
 * equal content within 24 hours.
 */
export async function fileOpen311Request(
  tx: Tx,
  actor: Actor,
  { tokenId, submission, externalId, bodyHash }: FileOpen311Request,
  now: Date,
): Promise<Receipt> {
  const key =
    externalId === null
      ? await windowKey(tx, `open311|${tokenId}|body|${bodyHash}`, now)
      : `open311|${tokenId}|id|${externalId}`;
  const input: SubmitCase = {
    ...submission,
    key: { key, sessionHash: "", bodyHash },
    channel: "open311",
    heldReason: null,
  };
  const receipt = await submitCase(tx, actor, input, now);
  const row = receipt.repeated ? null : await findCase(tx, receipt.code);
  if (row) await recordFiling(tx, { caseId: row.id, tokenId, at: now });
  return receipt;
}

/** The key of equal content: that of the day before while it is younger than 24 hours, else that of today. */
async function windowKey(tx: Tx, name: string, now: Date): Promise<string> {
  const today = Math.floor(now.getTime() / DAY_MS);
  const before = `${name}|${today - 1}`;
  const young = await claimedSince(tx, before, new Date(now.getTime() - DAY_MS));
  return young ? before : `${name}|${today}`;
}
