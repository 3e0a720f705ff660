import { pointErrors, type PointInput, tidyPoint } from "../../domain/question-points.ts";
import { listPoints, type PointRow, settlePoint } from "../../../db/points.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Writes what an officer says of the points of a case, by the points' ids; ids of other cases are nothing. Returns the points as they stand then. */
export async function savePoints(
  tx: Tx,
  caseId: number,
  said: Readonly<Record<string, PointInput>> | undefined,
  now: Date,
): Promise<PointRow[]> {
  const points = await listPoints(tx, caseId);
  const settled: PointRow[] = [];
  for (const point of points) {
    const input = said?.[point.id];
    if (input) await settlePoint(tx, caseId, point.id, tidyPoint(input), now);
    settled.push(input ? { ...point, ...tidyPoint(input) } : point);
  }
  return settled;
}

/** What still keeps an answer from being handed in, under `points.<id>.<field>`. */
export function openPoints(points: readonly PointRow[], today: string): Record<string, string> {
  const wrong = points.flatMap((point) =>
    Object.entries(pointErrors(point, today)).map(([field, rule]) => [`points.${point.id}.${field}`, rule]),
  );
  return Object.fromEntries(wrong);
}
