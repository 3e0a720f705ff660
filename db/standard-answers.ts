import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { localDate } from "../app/domain/calendar.ts";
import { type LetterPrint, letterPrint, nearness } from "../app/domain/letter-print.ts";
import type { Actor } from "../app/domain/actor.ts";
import { equalShare } from "../app/domain/templates.ts";
import type { Answer } from "./answers.ts";
import { packSketch, unpackSketch } from "./campaigns.ts";
import { visibleTo } from "./cases.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Db, Tx } from "./store.server.ts";
import { answerUses } from "./template-uses.ts";

/** From this share of common words on, an answer is standard. */
export const STANDARD = 0.8;
/** How many of the agency's latest answers are looked at under each key. */
const PER_KEY = 4;
/** Answers compared word by word. */
const MOST_COMPARED = 4;

type Given = Pick<Answer, "id" | "caseId" | "agencyId" | "body">;

/**
 * Keeps whether an answer that was given is nearly the same as a template or as
 * another answer of its agency, and counts it. A bounded number of answers is
 * looked at, however many there are.
 */
export async function keepAnswerPrint(tx: Tx, answer: Given, now: Date): Promise<void> {
  const { answerPrints, answerKeys, answerTallies } = tx.tables;
  const print = letterPrint(answer.body);
  const template = (await answerUses(tx, answer.caseId)).find(({ filled }) => isStandard(filled, answer.body));
  const like = template || !print ? null : await likeAnswer(tx, answer, print);
  const standard = template !== undefined || like !== null;
  const month = localDate(now).slice(0, 7);
  const added = await tx
    .insert(answerPrints)
    .values({
      answerId: answer.id,
      caseId: answer.caseId,
      agencyId: answer.agencyId,
      sketch: print ? packSketch(print.sketch) : "",
      month,
      standard,
      templateId: template?.templateId ?? null,
      likeAnswerId: like,
    })
    .onConflictDoNothing()
    .returning();
  // An approval that was undone and given again is one answer.
  if (added.length === 0) return;
  const keys = [...new Set(print?.keys)].map((key) => ({ agencyId: answer.agencyId, key, answerId: answer.id }));
  if (keys.length > 0) await tx.insert(answerKeys).values(keys);
  await tx
    .insert(answerTallies)
    .values({ month, agencyId: answer.agencyId, answers: 1, standard: standard ? 1 : 0 })
    .onConflictDoUpdate({
      target: [answerTallies.month, answerTallies.agencyId],
      set: {
        answers: sql`${answerTallies.answers} + 1`,
        standard: sql`${answerTallies.standard} + excluded.standard`,
      },
    });
}

const isStandard = (one: string, other: string): boolean => equalShare(one, other) >= STANDARD;

/** Another answer of the agency that says the same, or null. */
async function likeAnswer(tx: Tx, answer: Given, print: LetterPrint): Promise<number | null> {
  const query = prepared(tx, "answers by key", () => answersByKey(tx, print.keys.length));
  const found = await query.execute({
    agencyId: answer.agencyId,
    ...Object.fromEntries(print.keys.map((key, place) => [`key${place}`, key])),
  });
  const near = [...new Map(found.map((one) => [one.answerId, one.sketch]))]
    .filter(([answerId]) => answerId !== answer.id)
    .map(([answerId, sketch]) => ({ answerId, nearness: nearness(print.sketch, unpackSketch(sketch)) }))
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, MOST_COMPARED);
  if (near.length === 0) return null;
  const { answers } = tx.tables;
  const texts = await tx
    .select({ id: answers.id, caseId: answers.caseId, body: answers.body })
    .from(answers)
    .where(
      inArray(
        answers.id,
        near.map(({ answerId }) => answerId),
      ),
    );
  // A second answer on the same case is a correction, not a form letter.
  const other = texts.find(({ caseId, body }) => caseId !== answer.caseId && isStandard(body, answer.body));
  return other?.id ?? null;
}

function answersByKey(tx: Tx, count: number) {
  const { answerKeys, answerPrints } = tx.tables;
  const under = (place: number) => {
    const bounded = tx
      .select({ answerId: answerPrints.answerId, sketch: answerPrints.sketch })
      .from(answerKeys)
      .innerJoin(answerPrints, eq(answerPrints.answerId, answerKeys.answerId))
      .where(
        and(eq(answerKeys.agencyId, sql.placeholder("agencyId")), eq(answerKeys.key, sql.placeholder(`key${place}`))),
      )
      .orderBy(desc(answerKeys.answerId))
      .limit(PER_KEY)
      .as(`under${place}`);
    return tx.select().from(bounded);
  };
  const [first, second, ...others] = Array.from({ length: count }, (_, place) => under(place));
  if (!first || !second) throw new Error("answers are found by at least two keys");
  return unionAll(first, second, ...others).prepare(statementName("answers by key"));
}

export interface AgencyTally {
  readonly agencyId: number;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly answers: number;
  readonly standard: number;
}

/** How many answers each agency gave in a month and how many were standard, the largest share first. */
export async function listTallies(db: Db, month: string, limit = 500): Promise<AgencyTally[]> {
  const { agencies, answerTallies: tallies } = db.tables;
  return db
    .select({
      agencyId: tallies.agencyId,
      nameVi: agencies.nameVi,
      nameEn: agencies.nameEn,
      answers: tallies.answers,
      standard: tallies.standard,
    })
    .from(tallies)
    .innerJoin(agencies, eq(agencies.id, tallies.agencyId))
    .where(eq(tallies.month, month))
    .orderBy(desc(sql`${tallies.standard} * 1000 / ${tallies.answers}`), desc(tallies.standard), asc(agencies.code))
    .limit(limit);
}

export interface StandardAnswer {
  readonly answerId: number;
  readonly code: string;
  readonly title: string;
  readonly lang: string;
  /** The template that it is, or null for one like another answer. */
  readonly templateId: number | null;
}

/** The standard answers of an agency in a month, newest first, as far as the actor may see their cases. */
export async function listStandard(
  db: Db,
  actor: Actor,
  of: { readonly agencyId: number; readonly month: string },
  before: number | null = null,
  limit = 50,
): Promise<StandardAnswer[]> {
  const { answerPrints: prints, cases } = db.tables;
  return db
    .select({
      answerId: prints.answerId,
      code: cases.code,
      title: cases.title,
      lang: cases.textLang,
      templateId: prints.templateId,
    })
    .from(prints)
    .innerJoin(cases, eq(cases.id, prints.caseId))
    .where(
      and(
        eq(prints.agencyId, of.agencyId),
        eq(prints.month, of.month),
        eq(prints.standard, true),
        before === null ? undefined : lt(prints.answerId, before),
        visibleTo(db, actor),
      ),
    )
    .orderBy(desc(prints.answerId))
    .limit(limit);
}
