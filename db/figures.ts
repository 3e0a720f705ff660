import { asc, gt, inArray, sql } from "drizzle-orm";
import { type Figure, FigureSums, type Measure } from "../app/domain/figures.ts";
import { addToCounter } from "./counters.ts";
import { addRow, prepared, statementName } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** Adds to the figures, in the transaction of the act that they count. Appended, so that no two acts wait for each other. */
export async function addFigures(tx: Tx, figures: readonly Figure[]): Promise<void> {
  for (const figure of figures) await addRow(tx, "figureDeltas", figure);
}

/** How many additions have been moved into the sums, ever. */
export const FOLDED = "figures-folded";

/** Moves the oldest additions into the sums; gives how many there were. */
export async function foldFigures(tx: Tx, limit = 500): Promise<number> {
  const { figureDeltas } = tx.tables;
  const next = await tx.select({ id: figureDeltas.id }).from(figureDeltas).orderBy(asc(figureDeltas.id)).limit(limit);
  if (next.length === 0) return 0;
  const ids = next.map(({ id }) => id);
  // What another worker has taken meanwhile is not deleted here, and so not counted twice.
  const taken = await tx.delete(figureDeltas).where(inArray(figureDeltas.id, ids)).returning();
  const sums = new FigureSums();
  for (const delta of taken) sums.add(figureOf(delta));
  for (const figure of sums.list()) await addToCell(tx, figure);
  await addToCounter(tx, FOLDED, "", taken.length);
  return taken.length;
}

async function addToCell(tx: Tx, figure: Figure): Promise<void> {
  const { figureCells: c } = tx.tables;
  const place = sql.placeholder;
  const adding = prepared(tx, "addToFigureCell", () =>
    tx
      .insert(c)
      .values({
        month: place("month"),
        measure: place("measure"),
        kind: place("kind"),
        provinceCode: place("provinceCode"),
        field: place("field"),
        bottleneck: place("bottleneck"),
        agencyId: place("agencyId"),
        detail: place("detail"),
        n: place("n"),
      })
      .onConflictDoUpdate({
        target: [c.month, c.measure, c.kind, c.provinceCode, c.field, c.bottleneck, c.agencyId, c.detail],
        set: { n: sql`${c.n} + excluded.n` },
      })
      .prepare(statementName("addToFigureCell")),
  );
  await adding.execute({ ...figure });
}

/** Every sum and every addition that is not yet in one, in batches: together they are the figures. */
export async function* countedFigures(db: Db, batch = 2000): AsyncGenerator<Figure[]> {
  const { figureCells: c, figureDeltas: d } = db.tables;
  const keyOf = sql`(${c.month}, ${c.measure}, ${c.kind}, ${c.provinceCode}, ${c.field}, ${c.bottleneck}, ${c.agencyId}, ${c.detail})`;
  let last: Tables["figureCells"]["$inferSelect"] | undefined;
  do {
    const after = last
      ? sql`${keyOf} > (${last.month}, ${last.measure}, ${last.kind}, ${last.provinceCode}, ${last.field}, ${last.bottleneck}, ${last.agencyId}, ${last.detail})`
      : undefined;
    const rows = await db
      .select()
      .from(c)
      .where(after)
      .orderBy(c.month, c.measure, c.kind, c.provinceCode, c.field, c.bottleneck, c.agencyId, c.detail)
      .limit(batch);
    yield rows.map(figureOf);
    last = rows.length < batch ? undefined : rows.at(-1);
  } while (last);
  let id = 0;
  for (;;) {
    const rows = await db.select().from(d).where(gt(d.id, id)).orderBy(asc(d.id)).limit(batch);
    yield rows.map(figureOf);
    const end = rows.at(-1);
    if (!end || rows.length < batch) return;
    id = end.id;
  }
}

type Stored = Tables["figureCells"]["$inferSelect"];
function figureOf(row: Stored): Figure {
  const { month, kind, provinceCode, field, bottleneck, agencyId, detail, n } = row;
  // Only `addFigures` writes these rows, from figures.
  return { month, measure: row.measure as Measure, kind, provinceCode, field, bottleneck, agencyId, detail, n };
}
