import { and, asc, eq, gt, inArray } from "drizzle-orm";
import {
  type CountedCase,
  type CountedEvent,
  countedTypes,
  type Figure,
  figuresOf,
  FigureSums,
} from "../app/domain/figures.ts";
import { readCounter } from "./counters.ts";
import { loadCalendar } from "./deadline-settings.ts";
import { caseStream } from "./events.ts";
import { countedFigures } from "./figures.ts";
import type { Db } from "./store.server.ts";

/** The events of a case from which its figures follow, in order. */
export async function countedEvents(db: Db, caseId: number): Promise<CountedEvent[]> {
  const { events: e } = db.tables;
  return db
    .select({ position: e.position, type: e.type, at: e.at, data: e.data })
    .from(e)
    .where(and(eq(e.stream, caseStream(caseId)), inArray(e.type, [...countedTypes])))
    .orderBy(asc(e.position));
}

/** How often the counters were put right; two that do so at once do not both. */
export const corrections = (db: Db): Promise<number> => readCounter(db, CORRECTED, "");
export const CORRECTED = "figures-corrected";

export interface Comparison {
  readonly cases: number;
  /** What is missing from the counters, and with a minus sign what is too much in them. */
  readonly missing: readonly Figure[];
  readonly corrections: number;
}

/**
 * Counts every case anew and compares it with the counters. To be called on one
 * snapshot: acts go on meanwhile, and each is in both or in neither.
 */
export async function compareFigures(db: Db, batch = 500): Promise<Comparison> {
  const sums = new FigureSums();
  let cases = 0;
  for await (const figures of figuresOfCases(db, batch, (count) => (cases += count))) {
    for (const figure of figures) sums.add(figure);
  }
  for await (const figures of countedFigures(db)) for (const figure of figures) sums.add(figure, -1);
  return { cases, missing: sums.list(), corrections: await corrections(db) };
}

async function* figuresOfCases(db: Db, batch: number, read: (count: number) => void): AsyncGenerator<Figure[]> {
  const { cases: c, events: e } = db.tables;
  let last = 0;
  for (;;) {
    const rows = await db
      .select({
        id: c.id,
        kind: c.kind,
        provinceCode: c.provinceCode,
        field: c.field,
        bottleneck: c.bottleneck,
        agencyId: c.agencyId,
        receivedAt: c.receivedAt,
        dueAt: c.dueAt,
        parentId: c.parentId,
        calendarVersion: c.calendarVersion,
      })
      .from(c)
      .where(gt(c.id, last))
      .orderBy(asc(c.id))
      .limit(batch);
    const streams = new Map<string, CountedEvent[]>(rows.map(({ id }) => [caseStream(id), []]));
    const found =
      rows.length === 0
        ? []
        : await db
            .select({ stream: e.stream, position: e.position, type: e.type, at: e.at, data: e.data })
            .from(e)
            .where(and(inArray(e.stream, [...streams.keys()]), inArray(e.type, [...countedTypes])))
            .orderBy(asc(e.stream), asc(e.position));
    for (const { stream, ...event } of found) streams.get(stream)?.push(event);
    const figures: Figure[] = [];
    for (const row of rows) figures.push(...(await figuresIn(db, row, streams.get(caseStream(row.id)) ?? [])));
    read(rows.length);
    yield figures;
    const end = rows.at(-1);
    if (!end || rows.length < batch) return;
    last = end.id;
  }
}

/** All figures of a case, by the calendar of its filing. */
export async function figuresIn(
  db: Db,
  row: CountedCase & { readonly calendarVersion: number },
  events: readonly CountedEvent[],
): Promise<Figure[]> {
  return figuresOf(row, events, await loadCalendar(db, row.calendarVersion));
}
