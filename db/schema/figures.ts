import type { Kind } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";

/**
 * What the statistics count. Acts append to `figureDeltas`, so that no row is
 * written by many at once; a job folds those into `figureCells`. What is
 * published of them stands in `figureSheets`, made anew once a day.
 */
export function figureTables(kit: ColumnKit) {
  const { table, serial, ref, text, int, bool, time, primaryKey, index } = kit;

  /** One feature each; "" and 0 where a case has none. `app/domain/figures.ts` tells what `measure` and `detail` hold. */
  const features = () => ({
    /** `2026-11`, of the act that is counted. */
    month: text().notNull(),
    measure: text().notNull(),
    kind: text().$type<Kind>().notNull(),
    provinceCode: text().notNull(),
    field: text().notNull(),
    bottleneck: text().notNull(),
    agencyId: ref().notNull(),
    detail: text().notNull(),
    n: int().notNull(),
  });

  const figureDeltas = table("figure_delta", { id: serial(), ...features() });

  const figureCells = table("figure_cell", features(), (t) => [
    primaryKey({
      columns: [t.month, t.measure, t.kind, t.provinceCode, t.field, t.bottleneck, t.agencyId, t.detail],
    }),
  ]);

  /** A publication of all figures: the newest complete one is what everybody reads. */
  const figureReleases = table(
    "figure_release",
    {
      id: serial(),
      /** The day, in Viet Nam, on which it was made. */
      day: text().notNull(),
      madeAt: time().notNull(),
      /** The least number that is shown, as it was then. */
      threshold: int().notNull(),
      complete: bool().notNull(),
    },
    (t) => [index("figure_release_complete").on(t.complete, t.id)],
  );

  const figureSheets = table(
    "figure_sheet",
    {
      releaseId: ref().notNull(),
      /** A year, or `now` for what was open at the time. */
      period: text().notNull(),
      axis: text().notNull(),
      code: text().notNull(),
      measure: text().notNull(),
      by: text().notNull(),
      part: text().notNull(),
      state: text().$type<"shown" | "few" | "merged">().notNull(),
      /** Null unless shown. */
      n: int(),
    },
    (t) => [primaryKey({ columns: [t.releaseId, t.period, t.axis, t.code, t.measure, t.by, t.part] })],
  );

  return { figureDeltas, figureCells, figureReleases, figureSheets };
}
