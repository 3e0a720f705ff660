import type { Kind } from "../domain/case-kind.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { mayWrite } from "../domain/draft-roles.ts";
import { type FieldErrors, InputRefusal, Refusal } from "../domain/refusal.ts";
import { draftOwner, formOwner, keepFilesUntil, moveFiles } from "../../db/attachments.ts";
import { answerPrint } from "../../db/draft-members.ts";
import { findDraft, holdDraft, insertDraft, newDraft, type StoredDraft, updateDraft } from "../../db/drafts.ts";
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
  /** Prints of the answers as they were shown, for a draft that others change too. */
  readonly seen?: Readonly<Record<string, string>>;
}

/**
 * Keeps what somebody has typed so far. Nothing is filed. An answer that
 * somebody else has changed since it was shown is refused with `changed`, and
 * nothing is stored; one that only somebody else has changed stays as they left it.
 */
export async function saveDraft(tx: Tx, actor: Actor, input: SaveDraft, now: Date): Promise<StoredDraft> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  await holdDraft(tx, input.token);
  const kept = await findDraft(tx, input.token, now);
  if (kept && !mayWrite(kept.role)) throw new Refusal("forbidden");
  const typed = kept ? ownChanges(tx, kept, input) : input.answers;
  const before = kept ?? newDraft(input.kind, input.startedAt);
  const all = Object.entries({ ...before.answers, ...typed });
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

function ownChanges(tx: Tx, kept: StoredDraft, { answers, seen = {} }: SaveDraft): Record<string, string> {
  const errors: FieldErrors = {};
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(answers)) {
    const print = answerPrint(tx, kept, name, value);
    const now = answerPrint(tx, kept, name, kept.answers[name] ?? "");
    const moved = seen[name] !== undefined && seen[name] !== now;
    if (moved && print === seen[name]) continue;
    if (moved && print !== now) errors[name] = "changed";
    own[name] = value;
  }
  if (Object.keys(errors).length > 0) throw new InputRefusal(errors);
  return own;
}
