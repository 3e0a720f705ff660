import { readFileSync } from "node:fs";
import { and, asc, count, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import type { Axis, SheetRow } from "../app/domain/figure-plans.ts";
import { NONE } from "../app/domain/figure-plans.ts";
import { oneRow, oneWayRows, YearSheets } from "../app/domain/figure-sheets.ts";
import { mergeSmall } from "../app/domain/small-cells.ts";
import { listAllAgencies } from "./agencies.ts";
import { bumpPublicRemovals } from "./counters.ts";
import { countedFigures } from "./figures.ts";
import { isOverdue } from "./overdue.ts";
import { projectFile } from "./migrations.server.ts";
import { listProvinces } from "./places.ts";
import type { Tables } from "./schema.ts";
import type { Db, Store, Tx } from "./store.server.ts";
import { listTerms } from "./terms.ts";

export type FigureRelease = Tables["figureReleases"]["$inferSelect"];
export interface PublishedFigure extends SheetRow {
  readonly period: string;
}

/** The period of what is open now. */
export const NOW = "now";
const BATCH = 500;

/** The least number of cases that is told each for itself. */
export function figureThreshold(): number {
  const given: { threshold: number } = JSON.parse(readFileSync(projectFile("db/reference", "figures.json"), "utf8"));
  return given.threshold;
}

/** What may be published of all figures, by year, and of the cases that are late at this moment. */
export async function publishableFigures(db: Db, now: Date, threshold: number): Promise<PublishedFigure[]> {
  const provinces = await listProvinces(db);
  const fields = await listTerms(db, "field", localDate(now));
  const bottlenecks = await listTerms(db, "bottleneck", localDate(now));
  const agencies = await listAllAgencies(db);
  const known = {
    provinces: provinces.map(({ code }) => code),
    fields: fields.map(({ code }) => code),
    bottlenecks: bottlenecks.map(({ code }) => code),
  };
  const codes = new Map(agencies.map(({ id, code }) => [String(id), code]));
  const named = (row: SheetRow): SheetRow =>
    row.axis === "agency" ? { ...row, code: codes.get(row.code) ?? row.code } : row;

  const years = new Map<string, YearSheets>();
  for await (const figures of countedFigures(db)) {
    for (const figure of figures) {
      const year = figure.month.slice(0, 4);
      const sheets = years.get(year) ?? new YearSheets({ ...known, year }, threshold);
      years.set(year, sheets);
      sheets.add(figure);
    }
  }
  const rows = [...years].flatMap(([period, sheets]) => sheets.rows().map((row) => ({ ...named(row), period })));
  const late = await lateRows(db, now, known, threshold);
  return [...rows, ...late.map((row) => ({ ...named(row), period: NOW }))];
}

/** The cases that are overdue at this moment. */
async function lateRows(
  db: Db,
  now: Date,
  known: { readonly provinces: readonly string[]; readonly fields: readonly string[] },
  threshold: number,
): Promise<SheetRow[]> {
  const { cases: c } = db.tables;
  const found = await db
    .select({ kind: c.kind, province: c.provinceCode, field: c.field, agency: c.agencyId, n: count() })
    .from(c)
    .where(isOverdue(db, now))
    .groupBy(c.kind, c.provinceCode, c.field, c.agencyId);
  const total = found.reduce((sum, { n }) => sum + n, 0);
  const rows = [oneRow("all", "", "late", "", "", total, threshold)];
  if (total < threshold) return rows;
  const axes: readonly [Axis, readonly string[], (row: (typeof found)[number]) => string][] = [
    ["kind", ["feedback", "proposal", "barrier", "initiative"], (row) => row.kind],
    ["province", known.provinces, (row) => row.province ?? NONE],
    ["field", known.fields, (row) => row.field ?? NONE],
    ["agency", [], (row) => (row.agency === null ? NONE : String(row.agency))],
  ];
  for (const [axis, codes, codeOf] of axes) {
    const counts = new Map(codes.map((code) => [code, 0]));
    for (const row of found) counts.set(codeOf(row), (counts.get(codeOf(row)) ?? 0) + row.n);
    rows.push(...oneWayRows(axis, "late", counts, mergeSmall(counts, threshold)));
  }
  return rows;
}

/** Stores a release, in many short transactions; it is read from the last one on, and older ones go. */
export async function storeRelease(
  store: Store,
  rows: readonly PublishedFigure[],
  now: Date,
  threshold: number,
): Promise<void> {
  const releaseId = await store.write((tx) => beginRelease(tx, now, threshold));
  for (let from = 0; from < rows.length; from += BATCH) {
    const values = rows.slice(from, from + BATCH).map((row) => ({ ...row, releaseId }));
    await store.write((tx) => tx.insert(tx.tables.figureSheets).values(values));
  }
  await store.write(async (tx) => {
    const { figureReleases } = tx.tables;
    await tx.update(figureReleases).set({ complete: true }).where(eq(figureReleases.id, releaseId));
    await tx.publicChanged();
    // Files with the release before are replaced at once, so that pages and files tell the same.
    await bumpPublicRemovals(tx);
  });
  await store.write(async (tx) => {
    const { figureReleases, figureSheets } = tx.tables;
    // The one before stays for a page or a file that is being read; a half-made one of a process that ended goes too.
    const [before] = await tx
      .select({ id: figureReleases.id })
      .from(figureReleases)
      .where(and(eq(figureReleases.complete, true), lt(figureReleases.id, releaseId)))
      .orderBy(desc(figureReleases.id))
      .limit(1);
    await tx.delete(figureSheets).where(lt(figureSheets.releaseId, before?.id ?? releaseId));
    await tx
      .delete(figureReleases)
      .where(and(lt(figureReleases.id, releaseId), ne(figureReleases.id, before?.id ?? 0)));
  });
}

async function beginRelease(tx: Tx, now: Date, threshold: number): Promise<number> {
  const [row] = await tx
    .insert(tx.tables.figureReleases)
    .values({ day: localDate(now), madeAt: now, threshold, complete: false })
    .returning({ id: tx.tables.figureReleases.id });
  if (!row) throw new Error("a release of figures was not stored");
  return row.id;
}

/** The release that everybody reads; null before the first. */
export async function currentRelease(db: Db): Promise<FigureRelease | null> {
  const { figureReleases: r } = db.tables;
  const [row] = await db.select().from(r).where(eq(r.complete, true)).orderBy(desc(r.id)).limit(1);
  return row ?? null;
}

/** The years that a release tells about, the newest first. */
export async function releasedYears(db: Db, releaseId: number): Promise<string[]> {
  const { figureSheets: s } = db.tables;
  const rows = await db
    .select({ period: s.period })
    .from(s)
    .where(and(eq(s.releaseId, releaseId), ne(s.period, NOW)))
    .groupBy(s.period)
    .orderBy(desc(s.period));
  return rows.map(({ period }) => period);
}

/** The rows of some axes in a period; of one code where one is given. */
export async function releasedFigures(
  db: Db,
  releaseId: number,
  of: { readonly periods: readonly string[]; readonly axes: readonly Axis[]; readonly codes?: readonly string[] },
): Promise<PublishedFigure[]> {
  const { figureSheets: s } = db.tables;
  const rows = await db
    .select()
    .from(s)
    .where(
      and(
        eq(s.releaseId, releaseId),
        inArray(s.period, [...of.periods]),
        inArray(s.axis, [...of.axes]),
        of.codes ? inArray(s.code, [...of.codes]) : undefined,
      ),
    )
    .orderBy(s.period, s.axis, s.code, s.measure, s.by, s.part);
  return rows.map(figureOf);
}

/** Every row of some axes in a lasting order, in batches. */
export async function* releasedRows(
  db: Db,
  releaseId: number,
  axes: readonly Axis[],
): AsyncGenerator<PublishedFigure[]> {
  const { figureSheets: s } = db.tables;
  const key = sql`(${s.period}, ${s.axis}, ${s.code}, ${s.measure}, ${s.by}, ${s.part})`;
  let last: PublishedFigure | undefined;
  do {
    const after = last
      ? sql`${key} > (${last.period}, ${last.axis}, ${last.code}, ${last.measure}, ${last.by}, ${last.part})`
      : undefined;
    const rows = await db
      .select()
      .from(s)
      .where(and(eq(s.releaseId, releaseId), inArray(s.axis, [...axes]), after))
      .orderBy(asc(s.period), asc(s.axis), asc(s.code), asc(s.measure), asc(s.by), asc(s.part))
      .limit(BATCH);
    yield rows.map(figureOf);
    last = rows.length < BATCH ? undefined : figureOf(rows.at(-1) as (typeof rows)[number]);
  } while (last);
}

function figureOf(row: Tables["figureSheets"]["$inferSelect"]): PublishedFigure {
  const { period, code, part, state, n } = row;
  // Only `storeRelease` writes these rows, from rows of the sheets.
  const { axis, measure, by } = row as PublishedFigure;
  return { period, axis, code, measure, by, part, state, n };
}
