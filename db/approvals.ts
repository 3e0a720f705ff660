import { inArray } from "drizzle-orm";
import { equalShare } from "../app/domain/templates.ts";
import { type Answer, listAnswers } from "./answers.ts";
import type { CaseRow } from "./cases.ts";
import type { Db } from "./store.server.ts";
import { answerUses } from "./template-uses.ts";

/** What a leader needs beside an answer that waits for them. */
export interface Approval {
  readonly answer: Answer;
  /** The version they returned last in this round, or null where they have seen none. */
  readonly before: Answer | null;
  /** The template it began as, and how equal it still is to it, in percent. */
  readonly template: { readonly id: number; readonly share: number } | null;
}

/** The answer of a case that waits for approval, or null when none does any more. */
export async function approvalOf(db: Db, row: CaseRow): Promise<Approval | null> {
  const versions = await listAnswers(db, row.id);
  const answer = versions.findLast(({ state }) => state === "submitted");
  if (!answer) return null;
  // What was returned before an earlier answer was approved belongs to that answer.
  const given = versions.findLast(({ state }) => state === "approved")?.id ?? 0;
  const before = versions.findLast(({ id, state }) => state === "returned" && id > given) ?? null;
  const [use] = await answerUses(db, row.id);
  const share = use ? Math.round(equalShare(use.filled, answer.body) * 100) : 0;
  return { answer, before, template: use ? { id: use.templateId, share } : null };
}

/** The titles of templates by id. */
export async function templateTitles(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const { templates } = db.tables;
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: templates.id, title: templates.title })
    .from(templates)
    .where(inArray(templates.id, wanted));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
