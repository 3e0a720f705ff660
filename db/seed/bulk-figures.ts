import { countedTypes, type CountedEvent, FigureSums } from "../../app/domain/figures.ts";
import type { CaseRow } from "../cases.ts";
import { caseStream } from "../events.ts";
import { figuresIn } from "../figure-history.ts";
import { addFigures } from "../figures.ts";
import type { Tables } from "../schema.ts";
import type { Tx } from "../store.server.ts";

/** Counts seeded cases as the commands would have. */
export async function countInBulk(
  tx: Tx,
  rows: readonly CaseRow[],
  events: readonly Tables["events"]["$inferInsert"][],
): Promise<void> {
  const streams = new Map<string, CountedEvent[]>(rows.map(({ id }) => [caseStream(id), []]));
  for (const { stream, position, type, at, data } of events) {
    if (countedTypes.includes(type)) streams.get(stream)?.push({ position, type, at, data });
  }
  const sums = new FigureSums();
  for (const row of rows) {
    for (const figure of await figuresIn(tx, row, streams.get(caseStream(row.id)) ?? [])) sums.add(figure);
  }
  await addFigures(tx, sums.list());
}
