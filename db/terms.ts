import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { InputRefusal } from "../app/domain/refusal.ts";
import { prepared } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db } from "./store.server.ts";

export type Term = Tables["terms"]["$inferSelect"];
export type Vocabulary = "field" | "bottleneck" | "technology" | "obstacle_class" | "sector";

/** The terms of a vocabulary in force on a day, in their order. */
export async function listTerms(db: Db, vocabulary: Vocabulary, day: string): Promise<Term[]> {
  const { terms } = db.tables;
  const query = prepared(db, "listTerms", () => {
    const asked = sql.placeholder("day");
    return db
      .select()
      .from(terms)
      .where(
        and(
          eq(terms.vocabulary, sql.placeholder("vocabulary")),
          lte(terms.validFrom, asked),
          or(isNull(terms.validTo), gte(terms.validTo, asked)),
        ),
      )
      .orderBy(asc(terms.position))
      .prepare("list_terms");
  });
  return query.execute({ vocabulary, day });
}

/** The vocabulary behind each field of a form that takes a term. */
const fieldVocabularies = {
  field: "field",
  technology: "technology",
  obstacleClass: "obstacle_class",
  bottleneck: "bottleneck",
  sector: "sector",
} as const;

/** Refuses, beside its field, a term that is unknown or not in force on the day. */
export async function checkTerms(db: Db, answers: object, day: string): Promise<void> {
  const given: Record<string, unknown> = { ...answers };
  for (const [name, vocabulary] of Object.entries(fieldVocabularies)) {
    const code = given[name];
    if (typeof code !== "string" || code === "") continue;
    if (!(await isInForce(db, vocabulary, code, day))) throw new InputRefusal({ [name]: "wrong" });
  }
}

async function isInForce(db: Db, vocabulary: Vocabulary, code: string, day: string): Promise<boolean> {
  const { terms } = db.tables;
  const query = prepared(db, "termInForce", () =>
    db
      .select({ code: terms.code })
      .from(terms)
      .where(
        and(
          eq(terms.vocabulary, sql.placeholder("vocabulary")),
          eq(terms.code, sql.placeholder("code")),
          lte(terms.validFrom, sql.placeholder("day")),
          or(isNull(terms.validTo), gte(terms.validTo, sql.placeholder("day"))),
        ),
      )
      .prepare("term_in_force"),
  );
  const found = await query.execute({ vocabulary, code, day });
  return found.length > 0;
}

/** Names of terms by vocabulary and code, in force or not: for showing what was stored. */
export async function termNames(db: Db, codes: readonly (string | null)[]): Promise<Map<string, Term>> {
  const { terms } = db.tables;
  const wanted = [...new Set(codes.filter((code) => code !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.select().from(terms).where(inArray(terms.code, wanted));
  return new Map(rows.map((row) => [`${row.vocabulary}/${row.code}`, row]));
}
