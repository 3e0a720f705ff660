import type { Kind } from "../domain/case-kind.ts";
import { type Actor, mayEver } from "../domain/permissions.ts";
import { Refusal } from "../domain/refusal.ts";
import { draftOwner, formOwner, keepFilesUntil, moveFiles } from "../../db/attachments.ts";
import { findDraft, insertDraft, newDraft, type StoredDraft, updateDraft } from "../../db/drafts.ts";
import type { Tx } from "../../db/store.server.ts";

export interface SaveDraft {
  /** The token of the form session. */
  readonly token: string;
  readonly kind: Kind;
  /** The answers that were just typed; the others stay as they are. An empty one is taken out. */
  readonly answers: Readonly<Record<string, string>>;
  /** When the form was first shown, for a draft that begins now. */
  readonly startedAt: Date;
  readonly trapped: boolean;
}

/** Keeps what somebody has typed so far. Nothing is filed. */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft, now: Date): Promise<StoredDraft> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const kept = await findDraft(tx, input.token, now);
  const before = kept ?? newDraft(input.kind, input.startedAt);
  const all = Object.entries({ ...before.answers, ...input.answers });
  const answers = Object.fromEntries(all.filter(([, value]) => value !== ""));
  const next = { ...before, kind: input.kind, answers, trapped: before.trapped || input.trapped };
  const stored = kept
    ? await updateDraft(tx, { ...kept, ...next }, now)
    : await insertDraft(tx, input.token, next, now);
  // Files sent before anything was typed go with the draft, and live as long.
  if (!kept) await moveFiles(tx, formOwner(tx, input.token), draftOwner(tx, stored));
  await keepFilesUntil(tx, draftOwner(tx, stored), stored.expiresAt);
  return stored;
}
