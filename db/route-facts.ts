import { asc, inArray } from "drizzle-orm";
import type { RouteFacts } from "../app/domain/routing.ts";
import { foldText } from "../app/domain/text.ts";
import type { CaseRow } from "./cases.ts";
import type { Db } from "./store.server.ts";

/** What the rules may ask of a case besides its provisions. */
export type Asked = Pick<
  CaseRow,
  | "id"
  | "kind"
  | "field"
  | "bottleneck"
  | "provinceCode"
  | "communeCode"
  | "reporterType"
  | "level"
  | "title"
  | "content"
>;

/** The facts of cases, by case, for the rules. */
export async function routeFacts(db: Db, rows: readonly Asked[]): Promise<Map<number, RouteFacts>> {
  const cited = await citedBy(
    db,
    rows.filter(({ kind }) => kind === "barrier").map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, { ...row, ...textOf(row), provisions: cited.get(row.id) ?? [] }]));
}

const textOf = ({ title, content }: Asked) => ({ text: foldText(`${title} ${content}`) });

async function citedBy(db: Db, ids: readonly number[]) {
  const cited = new Map<number, { documentKey: string; article: string | null }[]>();
  if (ids.length === 0) return cited;
  const { caseProvisions } = db.tables;
  const rows = await db
    .select({
      caseId: caseProvisions.caseId,
      documentKey: caseProvisions.documentKey,
      article: caseProvisions.article,
    })
    .from(caseProvisions)
    .where(inArray(caseProvisions.caseId, [...ids]))
    .orderBy(asc(caseProvisions.caseId), asc(caseProvisions.position));
  for (const { caseId, documentKey, article } of rows) {
    cited.set(caseId, [...(cited.get(caseId) ?? []), { documentKey, article }]);
  }
  return cited;
}
