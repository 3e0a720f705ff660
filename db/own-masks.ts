import type { MaskReason } from "../app/domain/mask.ts";
import type { CaseRow } from "./cases.ts";
import { listObjections, type Objection } from "./objections.ts";
import { latestProposal, redactionsOf, wordsIn } from "./proposals.ts";
import type { Db } from "./store.server.ts";

/** What is masked of a published case, as its author sees it. */
export interface OwnMask {
  readonly id: number;
  readonly field: string;
  readonly words: string;
  readonly reason: MaskReason;
  readonly note: string | null;
  /** How the author's last objection to it stands; null where there is none. */
  readonly objection: Exclude<Objection["state"], "dropped"> | null;
}

/** What is or was masked on the public page of a case; nothing while it is not public. */
export async function ownMasks(db: Db, row: CaseRow): Promise<OwnMask[]> {
  const published = row.published ? await latestProposal(db, row.id, ["published"]) : null;
  if (!published) return [];
  const objections = await listObjections(db, row.id);
  const masked = (await redactionsOf(db, published.id)).filter(({ verdict }) => verdict === "masked");
  return masked.map((redaction) => {
    const { id, field, reason, note } = redaction;
    const state = objections.findLast(({ redactionId }) => redactionId === id)?.state ?? null;
    const objection = state === "dropped" ? null : state;
    return { id, field, words: wordsIn(published, redaction), reason: reason ?? "other", note, objection };
  });
}
