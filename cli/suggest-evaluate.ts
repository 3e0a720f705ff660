import { parseArgs } from "node:util";
import { type DecidedCase, evaluate, madeCases, reportOf } from "../bench/suggest/evaluate.ts";
import { caseText, citedDocuments } from "../db/case-keys.ts";
import type { Db } from "../db/store.server.ts";
import { listTakenUp } from "../db/suggestions.ts";
import { openPortal } from "./open-portal.ts";

/** The latest decided cases that are measured. */
const MOST_CASES = 5000;

/**
 * `suggest evaluate [--made] [--seed S] [--cases N]`: how often suggestions
 * name what cases were given, on the portal's latest decided cases, or with
 * `--made` on the set of `bench/suggest`, which needs no database.
 */
export async function suggestEvaluate(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      made: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      cases: { type: "string", default: String(MOST_CASES) },
      json: { type: "boolean", default: false },
    },
  });
  const evaluation = evaluate(values.made ? madeCases() : await realCases(Number(values.cases)), values.seed);
  console.log(values.json ? JSON.stringify(evaluation) : reportOf(evaluation));
}

async function realCases(most: number): Promise<DecidedCase[]> {
  if (!Number.isSafeInteger(most) || most < 10) throw new Error("--cases takes a whole number from 10.");
  const { store } = await openPortal();
  const cases = await decidedCases(store.read, most);
  await store.close();
  if (cases.length < 10) throw new Error("Too few cases have been taken up by an agency; try --made.");
  return cases;
}

/** The portal's latest decided cases as they are measured; an agency of the case's own province is `local`. */
export async function decidedCases(db: Db, most: number): Promise<DecidedCase[]> {
  const rows = await listTakenUp(db, most);
  return rows.map((row) => ({
    kind: row.kind,
    text: caseText(row),
    documents: citedDocuments(row),
    agency:
      row.agency.provinceCode !== null && row.agency.provinceCode === row.provinceCode ? "local" : row.agency.code,
    field: row.field,
    bottleneck: row.bottleneck,
    level: row.level,
  }));
}
