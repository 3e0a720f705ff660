import type { SheetRow } from "../../app/domain/figure-plans.ts";
import type { Figure } from "../../app/domain/figures.ts";

/**
 * The attack on what is published: every number is an equation over the acts
 * that share all features, and a hidden number is found when it is a sum of
 * multiples of those equations. Written without the code that hides.
 */
export interface HiddenCell {
  readonly measure: string;
  readonly axis: string;
  readonly code: string;
  readonly by: string;
  readonly part: string;
}

const reads: Record<string, (figure: Figure) => string> = {
  all: () => "",
  quarter: ({ month }) => `2026-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  month: ({ month }) => month,
  kind: ({ kind }) => kind,
  province: ({ provinceCode }) => provinceCode || "none",
  agency: ({ agencyId }) => String(agencyId),
  field: ({ field }) => field || "none",
  bottleneck: ({ bottleneck }) => bottleneck || "none",
  "in-time": ({ detail }) => detail.split(".")[0] ?? "",
  days: ({ detail }) => detail.split(".")[1] ?? "",
  outcome: ({ detail }) => detail.split(".")[2] ?? "",
  level: ({ detail }) => detail.split(".")[0] ?? "",
  satisfied: ({ detail }) => (Number(detail.split(".")[0]) > 2 ? "yes" : "no"),
  solved: ({ detail }) => detail.split(".")[1] ?? "",
  reason: ({ detail }) => detail,
};
const axes = ["all", "quarter", "month", "kind", "province", "agency", "field", "bottleneck"];
const partsOf: Record<string, string[]> = {
  answered: ["in-time", "days", "outcome"],
  rated: ["level", "satisfied", "solved"],
};
const read = (feature: string, figure: Figure) => reads[feature]?.(figure) ?? "";

/** Every number by one or two features that is above 0 and below the threshold. */
export function hiddenCells(figures: readonly Figure[], least: number): HiddenCell[] {
  const found = new Map<string, { cell: HiddenCell; n: number }>();
  for (const figure of figures) {
    const second = ["", ...axes.slice(1), ...(partsOf[figure.measure] ?? [])];
    for (const axis of axes) {
      for (const by of second) {
        const part = by === "" ? "" : read(by, figure);
        const cell = { measure: figure.measure, axis, code: read(axis, figure), by, part };
        const key = Object.values(cell).join("|");
        found.set(key, { cell, n: (found.get(key)?.n ?? 0) + figure.n });
      }
    }
  }
  return [...found.values()].filter(({ n }) => n > 0 && n < least).map(({ cell }) => cell);
}

/** True for an act that a published row counts; the rows of a sum are those not shown for themselves. */
function counts(row: SheetRow, rows: readonly SheetRow[], figure: Figure): boolean {
  if (figure.measure !== row.measure) return false;
  const code = read(row.axis, figure);
  const part = row.by === "" ? "" : read(row.by, figure);
  return codeFits(row, rows, code) && partFits(row, rows, part);
}

function codeFits(row: SheetRow, rows: readonly SheetRow[], code: string): boolean {
  if (row.code !== "*") return row.code === code;
  return !rows.some(
    (other) =>
      other.measure === row.measure &&
      other.axis === row.axis &&
      other.by === row.by &&
      other.code === code &&
      other.n !== null,
  );
}

function partFits(row: SheetRow, rows: readonly SheetRow[], part: string): boolean {
  if (row.by === "days") {
    const [from, to = from] = row.part.split("-").map(Number);
    return Number(part) >= (from ?? 0) && Number(part) <= (to ?? 0);
  }
  if (row.part !== "*") return row.part === part;
  // The parts that stand together are those that the country's rows do not show.
  const alone = row.axis === "all" ? { axis: "all", by: row.by } : whole(row);
  return !rows.some(
    (other) =>
      other.measure === row.measure &&
      other.n !== null &&
      other.axis === alone.axis &&
      other.by === alone.by &&
      (alone.by === "" ? other.code : other.part) === part,
  );
}

const whole = ({ by }: SheetRow) => (axes.includes(by) ? { axis: by, by: "" } : { axis: "all", by });

/** True where the row tells the number that the acts give. */
export function holdsIn(figures: readonly Figure[], row: SheetRow): boolean {
  if (row.n === null || row.code === "*" || row.part === "*" || row.measure === "days" || row.by === "days")
    return true;
  const n = figures.filter((figure) => counts(row, [], figure)).reduce((sum, figure) => sum + figure.n, 0);
  return n === row.n;
}

/**
 * The hidden cells that are determined by the published rows, by elimination
 * modulo a prime. `possible` are acts that there might have been: whoever
 * attacks does not know that there were none.
 */
export function canBeFound(
  figures: readonly Figure[],
  possible: readonly Figure[],
  rows: readonly SheetRow[],
  hidden: readonly HiddenCell[],
): HiddenCell[] {
  return [...new Set(figures.map((figure) => figure.measure))].flatMap((measure) => {
    const acts = distinct([...figures, ...possible].filter((figure) => figure.measure === measure));
    const shown = rows.filter((row) => row.measure === measure && row.n !== null);
    const basis = eliminate(shown.map((row) => acts.map((figure) => (counts(row, shown, figure) ? 1 : 0))));
    return hidden.filter(
      (cell) =>
        cell.measure === measure &&
        isIn(
          basis,
          acts.map((figure) =>
            read(cell.axis, figure) === cell.code && (cell.by === "" || read(cell.by, figure) === cell.part) ? 1 : 0,
          ),
        ),
    );
  });
}

function distinct(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [JSON.stringify({ ...figure, n: 0 }), figure])).values()];
}

const PRIME = 65_521;
type Vector = number[];

function eliminate(vectors: readonly Vector[]): Map<number, Vector> {
  const basis = new Map<number, Vector>();
  for (const vector of vectors) {
    const rest = reduce(basis, vector);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const scale = inverse(rest[pivot] ?? 1);
    basis.set(
      pivot,
      rest.map((value) => (value * scale) % PRIME),
    );
  }
  return basis;
}

const isIn = (basis: Map<number, Vector>, vector: Vector) => reduce(basis, vector).every((value) => value === 0);

function reduce(basis: Map<number, Vector>, vector: Vector): Vector {
  const rest = [...vector];
  for (let place = 0; place < rest.length; place += 1) {
    const factor = rest[place] ?? 0;
    const row = factor === 0 ? undefined : basis.get(place);
    if (!row) continue;
    for (let next = place; next < rest.length; next += 1) {
      rest[next] = ((rest[next] ?? 0) + (PRIME - factor) * (row[next] ?? 0)) % PRIME;
    }
  }
  return rest;
}

function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
