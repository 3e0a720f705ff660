import type { Axis } from "../domain/figure-plans.ts";
import { currentRelease, releasedRows } from "../../db/figure-releases.ts";
import { columnsOf, type OpenDataFile } from "./open-data-file.ts";

/** The figures as they are published: every number of the statistics pages is a row of one of these files. */
const files: readonly (readonly [string, readonly Axis[]])[] = [
  ["figures-country", ["all", "quarter", "month", "kind", "bottleneck"]],
  ["figures-provinces", ["province"]],
  ["figures-agencies", ["agency"]],
  ["figures-fields", ["field"]],
];

export const figureFiles: readonly OpenDataFile[] = files.map(([name, axes]) => ({
  name,
  titleKey: `figures:files.${name}.title`,
  aboutKey: `figures:files.${name}.about`,
  large: false,
  columns: columnsOf("figures:files", {
    period: "code",
    axis: "code",
    code: "code",
    measure: "code",
    by: "code",
    part: "code",
    state: "code",
    count: "integer",
  }),
  async *rows({ db }) {
    const release = await currentRelease(db);
    if (!release) return;
    for await (const batch of releasedRows(db, release.id, axes)) {
      for (const { n, ...row } of batch) {
        const { period, axis, code, measure, by, part, state } = row;
        yield { period, axis, code, measure, by, part, state, count: n };
      }
    }
  },
}));
