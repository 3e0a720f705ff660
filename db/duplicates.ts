import { and, between, desc, eq, gte, inArray, ne, type SQL } from "drizzle-orm";
import type { CaseKey } from "../app/domain/case-keys.ts";
import type { Status } from "../app/domain/case-status.ts";
import type { Actor } from "../app/domain/actor.ts";
import { type PlaceNearness, placeNearness } from "../app/domain/similarity.ts";
import { casesByKeys, type KeyHit } from "./case-keys.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import type { Db } from "./store.server.ts";

const MOST_FOUND = 100;
const MOST_DUPLICATES = 5;
/** Cases of one place that are looked at. */
const MOST_AT_PLACE = 40;
const DAY_MS = 24 * 3600 * 1000;
const DUPLICATE_DAYS = 30;
/** 200 metres in millionths of a degree of latitude; of longitude at most 8 % less in Viet Nam's north. */
const NEAR_E6 = 1800;
/** From this share of telling words on, two letters may tell the same. */
const NEAR_TEXT = 0.35;
const SOME_TEXT = 0.1;

export interface CaseLink {
  readonly code: string;
  readonly title: string;
}

export interface Duplicate extends CaseLink {
  readonly status: Status;
  readonly receivedAt: Date;
  /** Within 200 metres, or the same commune. */
  readonly place: PlaceNearness | "near-point";
  readonly sameField: boolean;
  /** The share of the case's telling words that stand in it too. */
  readonly likeness: number;
  readonly words: readonly string[];
}

/** Cases that may be about the same matter: of the same place and field in the last 30 days, or near in their words. */
export async function duplicatesOf(
  db: Db,
  actor: Actor,
  row: CaseRow,
  known: { keys: readonly CaseKey[]; decided: readonly KeyHit[] },
  now: Date,
): Promise<Duplicate[]> {
  const { cases } = db.tables;
  const total = known.keys.reduce((sum, { weight }) => sum + weight, 0);
  const likeness = ({ shared }: KeyHit) => shared.reduce((sum, { weight }) => sum + weight, 0) / total;
  const hits = [...(await casesByKeys(db, known.keys, false, MOST_FOUND)), ...known.decided];
  const byWords = new Map(hits.map((hit) => [hit.caseId, hit]));
  const nearInWords = hits.filter((hit) => likeness(hit) >= NEAR_TEXT).map(({ caseId }) => caseId);
  const since = new Date(now.getTime() - DUPLICATE_DAYS * DAY_MS);
  const columns = {
    id: cases.id,
    code: cases.code,
    title: cases.title,
    kind: cases.kind,
    status: cases.status,
    field: cases.field,
    provinceCode: cases.provinceCode,
    communeCode: cases.communeCode,
    latE6: cases.latE6,
    longE6: cases.longE6,
    receivedAt: cases.receivedAt,
  };
  const of = (condition: SQL | undefined) =>
    db
      .select(columns)
      .from(cases)
      .where(and(condition, ne(cases.id, row.id), visibleTo(db, actor)))
      .orderBy(desc(cases.id))
      .limit(MOST_AT_PLACE);
  const found = [
    ...(nearInWords.length > 0 ? await of(inArray(cases.id, nearInWords.slice(0, MOST_AT_PLACE))) : []),
    ...(row.communeCode ? await of(and(eq(cases.communeCode, row.communeCode), gte(cases.receivedAt, since))) : []),
    ...(await atPoint(row, (condition) => of(and(condition, gte(cases.receivedAt, since))), db)),
  ];
  const each = [...new Map(found.map((one) => [one.id, one])).values()];
  return each
    .filter(({ status }) => !["declined", "withdrawn", "merged"].includes(status))
    .map((one) => {
      const hit = byWords.get(one.id);
      const near = isNearPoint(row, one);
      return {
        ...one,
        place: near ? ("near-point" as const) : placeNearness(row, one),
        sameField: row.field !== null && one.field === row.field,
        likeness: hit ? likeness(hit) : 0,
        words: hit ? hit.shared.flatMap(({ words }) => (words.includes(" ") ? [words] : [])).slice(0, 5) : [],
      };
    })
    .filter(isDuplicate)
    .sort((one, other) => other.likeness - one.likeness || other.id - one.id)
    .slice(0, MOST_DUPLICATES)
    .map(({ code, title, status, receivedAt, place, sameField, likeness: like, words }) => {
      return { code, title, status, receivedAt, place, sameField, likeness: like, words };
    });
}

/** Another place's lamp is another lamp, however alike the words; a rule is the same everywhere. */
function isDuplicate(one: Pick<Duplicate, "place" | "sameField" | "likeness"> & { kind: CaseRow["kind"] }): boolean {
  const atPlace = one.place === "near-point" || one.place === "same-commune";
  if (one.place === "near-point" && one.sameField) return true;
  // A commune is large: something of the words has to be the same too.
  if (atPlace && one.sameField && one.likeness >= SOME_TEXT) return true;
  const anywhere = one.kind === "barrier" || one.kind === "initiative" || one.place === "unknown";
  return one.likeness >= NEAR_TEXT && (anywhere || atPlace || one.place === "same-province");
}

async function atPoint<T>(row: CaseRow, find: (condition: SQL | undefined) => Promise<T[]>, db: Db): Promise<T[]> {
  const { cases } = db.tables;
  if (row.latE6 === null || row.longE6 === null) return [];
  return find(
    and(
      between(cases.latE6, row.latE6 - NEAR_E6, row.latE6 + NEAR_E6),
      between(cases.longE6, row.longE6 - NEAR_E6, row.longE6 + NEAR_E6),
    ),
  );
}

type Point = Pick<CaseRow, "latE6" | "longE6">;
function isNearPoint(one: Point, other: Point): boolean {
  if (one.latE6 === null || one.longE6 === null || other.latE6 === null || other.longE6 === null) return false;
  return Math.abs(one.latE6 - other.latE6) <= NEAR_E6 && Math.abs(one.longE6 - other.longE6) <= NEAR_E6;
}
