import { asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { DeskEvent } from "../app/domain/desks.ts";
import { withoutUndone } from "../app/domain/undo.ts";
import type { Agency } from "./agencies.ts";
import { deskEventOf, entryOf, type TimelineEntry } from "./case-views.ts";
import { caseStream, type EventRow } from "./events.ts";
import { prepared } from "./prepared.ts";
import type { Publication } from "./publications.ts";
import type { Db } from "./store.server.ts";

export interface PublishedRow {
  readonly publication: Publication;
  readonly agency: Agency | null;
}

const BATCH = 200;

/** Everything published, in the order in which it was first published, a batch at a time. */
export async function* publishedBatches(db: Db): AsyncGenerator<PublishedRow[]> {
  const { publications, agencies } = db.tables;
  const query = prepared(db, "publishedBatches", () =>
    db
      .select({ publication: publications, agency: agencies })
      .from(publications)
      .leftJoin(agencies, eq(agencies.id, publications.agencyId))
      .where(gt(publications.id, sql.placeholder("after")))
      .orderBy(asc(publications.id))
      .limit(BATCH)
      .prepare("published_batches"),
  );
  for (let after = 0; ;) {
    const batch = await query.execute({ after });
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.publication.id;
  }
}

/** The history of a published case, as far as it is public. */
export interface PublishedHistory {
  readonly code: string;
  /** By which its working days are counted. */
  readonly calendarVersion: number;
  readonly timeline: readonly TimelineEntry[];
  /** At whose desk it lay: names and times, never who acted or why. */
  readonly moves: readonly DeskEvent[];
}

/** The histories of everything published, in the order of `publishedBatches`. */
export async function* publishedHistories(db: Db): AsyncGenerator<PublishedHistory> {
  const { publications: p, cases, events } = db.tables;
  const query = prepared(db, "publishedHistories", () =>
    db
      .select({ id: p.id, code: p.code, caseId: p.caseId, calendarVersion: cases.calendarVersion })
      .from(p)
      .innerJoin(cases, eq(cases.id, p.caseId))
      .where(gt(p.id, sql.placeholder("after")))
      .orderBy(asc(p.id))
      .limit(BATCH)
      .prepare("published_histories"),
  );
  for (let after = 0; ;) {
    const batch = await query.execute({ after });
    const last = batch.at(-1);
    if (!last) return;
    const streams = batch.map(({ caseId }) => caseStream(caseId));
    const found = await db
      .select()
      .from(events)
      .where(inArray(events.stream, streams))
      .orderBy(asc(events.stream), asc(events.position));
    const byStream = Map.groupBy(found, (event: EventRow) => event.stream);
    for (const { code, caseId, calendarVersion } of batch) {
      const history = withoutUndone(byStream.get(caseStream(caseId)) ?? []);
      const timeline = history.filter((event) => event.seenBy === "public").map(entryOf);
      yield { code, calendarVersion, timeline, moves: history.map(deskEventOf) };
    }
    after = last.id;
  }
}
