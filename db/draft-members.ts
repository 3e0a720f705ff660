import { and, count, eq } from "drizzle-orm";
import type { DraftRole } from "../app/domain/draft-roles.ts";
import { codeKeyOf, resumeCodeOf, type StoredDraft, updateDraft } from "./drafts.ts";
import { addRow } from "./prepared.ts";
import type { Db, Tx } from "./store.server.ts";

/** Somebody with whom a draft is shared. */
export interface DraftMember {
  /** 1, 2, 3 …; a number is never given twice. */
  readonly member: number;
  readonly name: string;
  readonly role: DraftRole;
  /** What they open it with. */
  readonly code: string;
  /** When they last opened it with their code. */
  readonly openedAt: Date | null;
}

/** Those with whom a draft is shared, in the order in which they were named. */
export async function listMembers(db: Db, draft: StoredDraft): Promise<DraftMember[]> {
  const { draftKeys } = db.tables;
  const rows = await db
    .select()
    .from(draftKeys)
    .where(and(eq(draftKeys.draftId, draft.id), eq(draftKeys.holder, "member")));
  return rows
    .flatMap(({ member, role, openedAt }) =>
      member === null
        ? []
        : [
            {
              member,
              role,
              openedAt,
              name: draft.members[member] ?? "",
              code: resumeCodeOf(db, { key: draft.key, member }),
            },
          ],
    )
    .toSorted((a, b) => a.member - b.member);
}

/** Names one more and lets their code open the draft. */
export async function insertMember(
  tx: Tx,
  draft: StoredDraft,
  name: string,
  role: DraftRole,
  now: Date,
): Promise<number> {
  const member = Object.keys(draft.members).length + 1;
  await updateDraft(tx, { ...draft, members: { ...draft.members, [member]: name } }, now);
  const keyHash = codeKeyOf(tx, { key: draft.key, member });
  await addRow(tx, "draftKeys", { keyHash, draftId: draft.id, holder: "member", role, member, createdAt: now });
  return member;
}

/** Takes a colleague's code back, and every session opened with it. Their name goes too. */
export async function deleteMember(tx: Tx, draft: StoredDraft, member: number, now: Date): Promise<void> {
  const { draftKeys } = tx.tables;
  await tx.delete(draftKeys).where(and(eq(draftKeys.draftId, draft.id), eq(draftKeys.member, member)));
  if (draft.members[member]) await updateDraft(tx, { ...draft, members: { ...draft.members, [member]: "" } }, now);
}

/** Notes that a colleague has opened the draft with their code. */
export async function noteOpening(tx: Tx, draft: StoredDraft, now: Date): Promise<void> {
  if (draft.member === null) return;
  const { draftKeys } = tx.tables;
  const keyHash = codeKeyOf(tx, draft);
  await tx.update(draftKeys).set({ openedAt: now }).where(eq(draftKeys.keyHash, keyHash));
}

/** True when more than one session or code opens the draft. */
export async function isShared(db: Db, draft: StoredDraft): Promise<boolean> {
  const { draftKeys } = db.tables;
  const [found] = await db.select({ n: count() }).from(draftKeys).where(eq(draftKeys.draftId, draft.id));
  return (found?.n ?? 0) > 1;
}

/** A short keyed print of an answer as it was shown, for noticing that somebody else has changed it. */
export function answerPrint(db: Db, draft: Pick<StoredDraft, "key">, name: string, value: string): string {
  const plain = value.replace(/\r\n?/g, "\n").trim();
  return db.keys.hash("form", `answer|${draft.key}|${name}|${plain}`).slice(0, 16);
}
