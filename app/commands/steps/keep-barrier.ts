import { burdenOf, provisionsOf } from "../../domain/barrier.ts";
import { insertBarrier } from "../../../db/barriers.ts";
import type { CaseRow } from "../../../db/cases.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Stores the provisions and the cost of a barrier as rows and numbers, beside the words that were sent. */
export async function keepBarrier(tx: Tx, row: CaseRow): Promise<void> {
  const { obstacleClass = null, sector = null } = row.details;
  await insertBarrier(tx, row.id, provisionsOf(row.details), { ...burdenOf(row.details), obstacleClass, sector });
}
