import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { TemplatePurpose } from "../app/domain/templates.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

type NewUse = Tables["templateUses"]["$inferInsert"];
export type TemplateUse = Tables["templateUses"]["$inferSelect"];

/** Notes that a text on a case began as this template, once while the text is not sent. The id of what was noted anew, or null. */
export async function noteUse(tx: Tx, use: Omit<NewUse, "id" | "kept">): Promise<number | null> {
  const open = await openUses(tx, use.caseId, use.purpose);
  if (open.some(({ templateId }) => templateId === use.templateId)) return null;
  const { templateUses: uses } = tx.tables;
  const [noted] = await tx
    .insert(uses)
    .values({ ...use, kept: null })
    .returning({ id: uses.id });
  return noted?.id ?? null;
}

/** The templates of a text that is not sent yet. */
export async function openUses(db: Db, caseId: number, purpose: TemplatePurpose): Promise<TemplateUse[]> {
  const { templateUses: uses } = db.tables;
  return db
    .select()
    .from(uses)
    .where(and(eq(uses.caseId, caseId), eq(uses.purpose, purpose), isNull(uses.kept)));
}

/** Keeps how much of a template was sent, in thousandths. */
export async function closeUse(tx: Tx, id: number, kept: number): Promise<void> {
  const { templateUses: uses } = tx.tables;
  await tx.update(uses).set({ kept }).where(eq(uses.id, id));
}

/** As if the act that made these uses and sent these texts had not been. */
export async function takeBackUses(
  tx: Tx,
  { made, closed }: { readonly made: readonly number[]; readonly closed: readonly number[] },
): Promise<void> {
  const { templateUses: uses } = tx.tables;
  await tx
    .update(uses)
    .set({ kept: null })
    .where(inArray(uses.id, [...closed]));
  await tx.delete(uses).where(inArray(uses.id, [...made]));
}

/** The templates of the answers that a case was given, the newest first. */
export async function answerUses(db: Db, caseId: number): Promise<TemplateUse[]> {
  const { templateUses: uses } = db.tables;
  return db
    .select()
    .from(uses)
    .where(and(eq(uses.caseId, caseId), eq(uses.purpose, "answer")))
    .orderBy(desc(uses.id))
    .limit(5);
}

/** Counted no further. */
const MOST_USES = 200;

export interface TemplateFigures {
  /** Letters that began with it, of its latest 200. */
  readonly uses: number;
  /** The average share of its words that was sent, in per cent; null before the first. */
  readonly kept: number | null;
  /** How many of those cases were rated, and the share of them satisfied, in per cent. */
  readonly rated: number;
  readonly satisfied: number | null;
}

/** What became of the latest letters that began with a template. */
export async function figuresOf(db: Db, templateId: number): Promise<TemplateFigures> {
  const { templateUses: uses, ratings } = db.tables;
  const latest = await db
    .select({ caseId: uses.caseId, kept: uses.kept })
    .from(uses)
    .where(eq(uses.templateId, templateId))
    .orderBy(desc(uses.id))
    .limit(MOST_USES);
  const cases = [...new Set(latest.map(({ caseId }) => caseId))];
  const rated =
    cases.length === 0
      ? []
      : await db.select({ level: ratings.level }).from(ratings).where(inArray(ratings.caseId, cases));
  const sent = latest.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  const share = (part: number, all: number) => (all === 0 ? null : Math.round(part / all));
  return {
    uses: latest.length,
    kept: share(sent.reduce((sum, kept) => sum + kept, 0) / 10, sent.length),
    rated: rated.length,
    // 3 and 4 of four levels are satisfied.
    satisfied: share(rated.filter(({ level }) => level >= 3).length * 100, rated.length),
  };
}
