import { setImmediate } from "node:timers/promises";
import { desc, lt, sql } from "drizzle-orm";
import type { Kind } from "../app/domain/case-kind.ts";
import {
  type Likeness,
  likeness,
  makeLearner,
  meaningOf,
  type Place,
  searchClauses,
  searchParts,
  SIMILAR,
  type WordWeights,
} from "../app/domain/similarity.ts";
import { prepared, statementName } from "./prepared.ts";
import type { Publication } from "./publications.ts";
import { anyOf, ftsJoin, matches } from "./search.ts";
import type { Db } from "./store.server.ts";

/** A published case near to what somebody is about to send. */
export interface SimilarCase extends Likeness {
  readonly publication: Pick<
    Publication,
    | "caseId"
    | "code"
    | "kind"
    | "status"
    | "titleVi"
    | "titleEn"
    | "questionVi"
    | "questionEn"
    | "provinceCode"
    | "communeCode"
    | "agencyId"
    | "outcomeKind"
    | "receivedOn"
    | "answeredAt"
    | "updatedAt"
    | "disagreement"
    | "followers"
    | "confirmedFollowers"
  >;
}

/** A text about to be sent: what it says, and where. */
export interface Asked extends Place {
  readonly kind: Kind;
  readonly text: string;
}

const MOST_SHOWN = 3;
/** Cases compared word by word. */
const MOST_COMPARED = 60;
/** Characters of a text that are compared; what a letter is about stands there. */
const MOST_TEXT = 3000;

/**
 * Published cases near in meaning and place, the nearest first; at most three.
 * The index is asked for the rarest words, and a bounded number of what it
 * finds is compared, however many cases there are.
 */
export async function similarTo(db: Db, asked: Asked, now: Date): Promise<SimilarCase[]> {
  const weights = await wordWeights(db, now);
  const text = asked.text.slice(0, MOST_TEXT);
  const clauses = searchClauses(searchParts(text, weights));
  if (clauses.length === 0) return [];
  const one = { meaning: meaningOf(text, weights), place: asked, kind: asked.kind };
  const near: SimilarCase[] = [];
  for (const publication of await candidates(db, anyOf(db, clauses))) {
    const best = [
      `${publication.titleVi ?? ""}\n${publication.questionVi ?? ""}`,
      `${publication.titleEn ?? ""}\n${publication.questionEn ?? ""}`,
    ]
      .map((told) => likeness(one, { meaning: meaningOf(told.slice(0, MOST_TEXT), weights), place: publication }))
      .reduce((vietnamese, english) => (english.score > vietnamese.score ? english : vietnamese));
    if (best.score >= SIMILAR) near.push({ ...best, publication });
  }
  return near.sort((a, b) => b.score - a.score).slice(0, MOST_SHOWN);
}

async function candidates(db: Db, words: string): Promise<SimilarCase["publication"][]> {
  const { publications: p } = db.tables;
  const query = prepared(db, "similar publications", () => {
    const base = db
      .select({
        caseId: p.caseId,
        code: p.code,
        kind: p.kind,
        status: p.status,
        titleVi: p.titleVi,
        titleEn: p.titleEn,
        questionVi: p.questionVi,
        questionEn: p.questionEn,
        provinceCode: p.provinceCode,
        communeCode: p.communeCode,
        agencyId: p.agencyId,
        outcomeKind: p.outcomeKind,
        receivedOn: p.receivedOn,
        answeredAt: p.answeredAt,
        updatedAt: p.updatedAt,
        disagreement: p.disagreement,
        followers: p.followers,
        confirmedFollowers: p.confirmedFollowers,
      })
      .from(p)
      .$dynamic();
    const fts = ftsJoin(db, "publication");
    const joined = fts ? base.innerJoin(fts.table, fts.on) : base;
    return joined
      .where(matches(db, "publication", sql.placeholder("words")))
      .orderBy(desc(fts ? fts.rowid : p.id))
      .limit(MOST_COMPARED)
      .prepare(statementName("similar publications"));
  });
  return query.execute({ words });
}

const SAMPLE = 1000;
const BATCH = 50;
const HOUR_MS = 3600 * 1000;
/** Learned once an hour for each connection. */
const learned = new WeakMap<Map<string, unknown>, { at: number; weights: Promise<WordWeights> }>();

/** How rare words are in what the portal has published lately. */
export async function wordWeights(db: Db, now: Date): Promise<WordWeights> {
  const known = learned.get(db.prepared);
  if (known && now.getTime() - known.at < HOUR_MS) return known.weights;
  const weights = learn(db);
  learned.set(db.prepared, { at: now.getTime(), weights });
  // A database out of reach is asked again by the next one who needs it.
  weights.catch(() => learned.delete(db.prepared));
  return weights;
}

async function learn(db: Db): Promise<WordWeights> {
  const { publications: p } = db.tables;
  const learner = makeLearner();
  let before = Number.MAX_SAFE_INTEGER;
  for (let done = 0; done < SAMPLE; done += BATCH) {
    const rows = await db
      .select({ id: p.id, vi: p.questionVi, en: p.questionEn })
      .from(p)
      .where(lt(p.id, before))
      .orderBy(desc(p.id))
      .limit(BATCH);
    for (const row of rows) learner.learn(`${row.vi?.slice(0, MOST_TEXT) ?? ""}\n${row.en?.slice(0, MOST_TEXT) ?? ""}`);
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) break;
    before = last.id;
    // Others are served between two batches.
    await setImmediate();
  }
  return learner.weights();
}
