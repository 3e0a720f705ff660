import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Level } from "../app/domain/case-kind.ts";
import type { Actor } from "../app/domain/actor.ts";
import { type Choice, isTakenUp, MOST_VOTES, suggest, type Vote, votingStatuses } from "../app/domain/suggestion.ts";
import { type Agency, inForce } from "./agencies.ts";
import { casesByKeys, type KeyHit, keysOf } from "./case-keys.ts";
import { type CaseRow, visibleTo } from "./cases.ts";
import { type CaseLink, type Duplicate, duplicatesOf } from "./duplicates.ts";
import { wordWeights } from "./similar.ts";
import type { Db } from "./store.server.ts";
import { localDate } from "../app/domain/calendar.ts";

/** Found by words before it is asked who may be seen: some of them may not. */
const MOST_FOUND = 2 * MOST_VOTES;
/** Less says too little to name anybody. */
const LEAST_SHARE = 0.2;

/** One likely choice with what speaks for it. */
export interface Reasoned<T> extends Omit<Choice<T>, "nearest"> {
  /** Up to five of the cases that speak for it. */
  readonly like: readonly CaseLink[];
}

export interface CaseSuggestions {
  readonly agency: readonly Reasoned<Agency>[];
  readonly field: readonly Reasoned<string>[];
  readonly bottleneck: readonly Reasoned<string>[];
  readonly level: readonly Reasoned<Level>[];
  readonly duplicates: readonly Duplicate[];
}

/**
 * What a case is likely to be given, from the cases that agencies have taken
 * up, and which cases may be about the same matter. Only cases that the actor
 * may see speak. The work is bounded whatever the number of cases.
 */
export async function suggestFor(db: Db, actor: Actor, row: CaseRow, now: Date): Promise<CaseSuggestions> {
  const keys = keysOf(row, await wordWeights(db, now));
  const decided = (await casesByKeys(db, keys, true, MOST_FOUND)).filter(({ caseId }) => caseId !== row.id);
  const known = await votesOf(db, actor, row, decided);
  const local = row.provinceCode === null ? null : await provinceAgency(db, row.provinceCode);
  const told = suggest(
    { kind: row.kind, field: row.field, keys, localAgencyId: local?.id ?? null },
    known.votes.filter(({ caseId }) => caseId !== row.mergedIntoId),
  );
  const links = known.links;
  const reasoned = <T>(choices: readonly Choice<T>[]): Reasoned<T>[] =>
    choices
      .filter(({ share }) => share >= LEAST_SHARE)
      .map(({ nearest, ...choice }) => ({ ...choice, like: nearest.flatMap((id) => links.get(id) ?? []) }));
  const today = localDate(now);
  const agencies = new Map([...known.agencies, ...(local ? [[local.id, local] as const] : [])]);
  return {
    agency: reasoned(told.agency).flatMap((choice) => {
      const agency = agencies.get(choice.value);
      return agency && inForce(agency, today) ? [{ ...choice, value: agency }] : [];
    }),
    field: reasoned(told.field),
    bottleneck: reasoned(told.bottleneck),
    level: reasoned(told.level).filter(({ value }) => value !== "normal"),
    duplicates: await duplicatesOf(db, actor, row, { keys, decided }, now),
  };
}

async function votesOf(db: Db, actor: Actor, row: CaseRow, hits: readonly KeyHit[]) {
  const { cases, agencies } = db.tables;
  const shared = new Map(hits.map((hit) => [hit.caseId, hit.shared]));
  const rows =
    hits.length === 0
      ? []
      : await db
          .select({
            id: cases.id,
            code: cases.code,
            title: cases.title,
            kind: cases.kind,
            status: cases.status,
            resumeStatus: cases.resumeStatus,
            field: cases.field,
            bottleneck: cases.bottleneck,
            level: cases.level,
            provinceCode: cases.provinceCode,
            agency: agencies,
          })
          .from(cases)
          .innerJoin(agencies, eq(agencies.id, cases.agencyId))
          .where(and(inArray(cases.id, [...shared.keys()]), ne(cases.id, row.id), visibleTo(db, actor)));
  const voting = rows.filter(isTakenUp);
  const votes = voting.map(({ id, kind, field, bottleneck, level, provinceCode, agency }): Vote => ({
    caseId: id,
    kind,
    field,
    bottleneck,
    level,
    agencyId: agency.id,
    localAgency: agency.provinceCode !== null && agency.provinceCode === provinceCode,
    shared: shared.get(id) ?? [],
  }));
  return {
    votes,
    links: new Map(voting.map(({ id, code, title }): [number, CaseLink] => [id, { code, title }])),
    agencies: voting.map(({ agency }): [number, Agency] => [agency.id, agency]),
  };
}

async function provinceAgency(db: Db, provinceCode: string): Promise<Agency | null> {
  const { agencies } = db.tables;
  const [agency] = await db
    .select()
    .from(agencies)
    .where(and(eq(agencies.provinceCode, provinceCode), eq(agencies.kind, "province"), isNull(agencies.validTo)))
    .limit(1);
  return agency ?? null;
}

/** The latest cases that agencies have taken up, for measuring how well suggestions do. */
export async function listTakenUp(db: Db, most: number): Promise<(CaseRow & { readonly agency: Agency })[]> {
  const { cases, agencies } = db.tables;
  const rows = await db
    .select({ row: cases, agency: agencies })
    .from(cases)
    .innerJoin(agencies, eq(agencies.id, cases.agencyId))
    .where(inArray(cases.status, [...votingStatuses]))
    .orderBy(desc(cases.id))
    .limit(most);
  return rows.flatMap(({ row, agency }) => (isTakenUp(row) ? [{ ...row, agency }] : []));
}
