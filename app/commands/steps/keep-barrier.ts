import { localDate } from "../../domain/calendar.ts";
import { burdenOf, provisionsOf } from "../../domain/barrier.ts";
import { insertBarrier } from "../../../db/barriers.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { noteUnknown } from "../../../db/unknown-documents.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Stores the provisions and the cost of a barrier as rows and numbers, beside the words that were sent. */
export async function keepBarrier(tx: Tx, row: CaseRow): Promise<void> {
  const { obstacleClass = null, sector = null } = row.details;
  const provisions = provisionsOf(row.details);
  await insertBarrier(tx, row.id, provisions, { ...burdenOf(row.details), obstacleClass, sector });
  const documents = provisions.flatMap(({ document }) => document ?? []);
  await noteUnknown(tx, documents, localDate(row.receivedAt), row.receivedAt);
}
