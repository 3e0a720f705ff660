import { countedTypes, FigureSums } from "../../domain/figures.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { countedEvents, figuresIn } from "../../../db/figure-history.ts";
import { addFigures } from "../../../db/figures.ts";
import type { Tx } from "../../../db/store.server.ts";

/**
 * Adds to the statistics what an act has changed of a case, after its event was
 * appended: the figures of the case as it is, less those of the case as it was.
 * What changes nothing that is counted asks nothing of the database.
 */
export async function countFigures(tx: Tx, before: CaseRow | null, after: CaseRow, type: string): Promise<void> {
  if (after.parentId !== null || !(countedTypes.includes(type) || isCountedAnew(before, after))) return;
  const sums = new FigureSums();
  const events = before === null ? [] : await countedEvents(tx, after.id);
  for (const figure of await figuresIn(tx, after, events)) sums.add(figure);
  if (before !== null) {
    const then = events.filter((event) => event.position <= before.version);
    for (const figure of await figuresIn(tx, before, then)) sums.add(figure, -1);
  }
  await addFigures(tx, sums.list());
}

/** True where a change alters what acts before it are counted under. */
function isCountedAnew(before: CaseRow | null, after: CaseRow): boolean {
  if (before === null) return true;
  const { kind, provinceCode, field, bottleneck, agencyId, dueAt } = before;
  return (
    kind !== after.kind ||
    provinceCode !== after.provinceCode ||
    field !== after.field ||
    bottleneck !== after.bottleneck ||
    agencyId !== after.agencyId ||
    dueAt.getTime() !== after.dueAt.getTime()
  );
}
