import { and, asc, eq, gte, isNull, like, lte, or } from "drizzle-orm";
import { isAgencyWalledOff } from "../app/domain/conflict-wall.ts";
import { agencyMark } from "../app/domain/marks.ts";
import { foldText } from "../app/domain/text.ts";
import { type Agency, findAgency, inForce } from "./agencies.ts";
import type { CaseRow } from "./cases.ts";
import type { RoutingRule } from "./rule-sets.ts";
import type { Db } from "./store.server.ts";

type Place = Pick<CaseRow, "provinceCode" | "walledOff">;
type Target = Pick<RoutingRule, "target" | "agencyId" | "department">;

/**
 * The agency that a rule means for a case: itself, that of the province, or a
 * department of the province (the province where it has none of that name).
 * Never one that is shut out of the case: its superior body, and above. Null
 * where there is none, as for a case without a province.
 */
export async function resolveTarget(db: Db, rule: Target, row: Place, day: string): Promise<Agency | null> {
  let agency = await agencyMeant(db, rule, row.provinceCode, day);
  while (agency && isAgencyWalledOff(row.walledOff, agency)) {
    agency = agency.parentId === null ? null : await findAgency(db, agency.parentId);
  }
  return agency && inForce(agency, day) ? agency : null;
}

async function agencyMeant(db: Db, rule: Target, province: string | null, day: string): Promise<Agency | null> {
  if (rule.target === "agency") return rule.agencyId === null ? null : findAgency(db, rule.agencyId);
  if (province === null) return null;
  const committee = await committeeOf(db, province, day);
  if (!committee || rule.target === "province") return committee;
  return (await departmentOf(db, committee.id, rule.department ?? "", day)) ?? committee;
}

async function committeeOf(db: Db, province: string, day: string): Promise<Agency | null> {
  const { agencies } = db.tables;
  const [found] = await db
    .select()
    .from(agencies)
    .where(and(eq(agencies.kind, "province"), eq(agencies.provinceCode, province), onDay(db, day)))
    .orderBy(asc(agencies.id))
    .limit(1);
  return found ?? null;
}

/** The unit below an agency whose name holds these words. */
async function departmentOf(db: Db, above: number, named: string, day: string): Promise<Agency | null> {
  const { agencies } = db.tables;
  const words = foldText(named);
  if (words === "") return null;
  const [found] = await db
    .select()
    .from(agencies)
    .where(
      and(
        like(agencies.above, `% ${agencyMark(above)} %`),
        or(like(agencies.search, `${words}%`), like(agencies.search, `% ${words}%`)),
        onDay(db, day),
      ),
    )
    .orderBy(asc(agencies.id))
    .limit(1);
  return found ?? null;
}

function onDay(db: Db, day: string) {
  const { agencies } = db.tables;
  return and(lte(agencies.validFrom, day), or(isNull(agencies.validTo), gte(agencies.validTo, day)));
}
