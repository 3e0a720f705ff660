import { asc, eq, gt, sql } from "drizzle-orm";
import type { Agency } from "./agencies.ts";
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
