import type { Kind } from "../../app/domain/case-kind.ts";
import type { DeadlineStep } from "../../app/domain/deadlines.ts";
import type { ColumnKit } from "../columns.server.ts";

/** Lists that rules read and people edit: places, terms, the calendar, deadlines. */
export function referenceTables(kit: ColumnKit) {
  const { table, serial, text, int, bool, index, uniqueIndex, primaryKey } = kit;

  const provinces = table("province", {
    code: text().primaryKey(),
    kind: text().notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    fullNameVi: text().notNull(),
    fullNameEn: text().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
  });

  const communes = table(
    "commune",
    {
      code: text().primaryKey(),
      provinceCode: text().notNull(),
      kind: text().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [index("commune_province").on(t.provinceCode)],
  );

  /** Every name people may type for a commune: today's and the ones before 1/7/2025. */
  const placeNames = table(
    "place_name",
    {
      id: serial(),
      communeCode: text().notNull(),
      name: text().notNull(),
      search: text().notNull(),
      former: bool().notNull(),
    },
    (t) => [index("place_name_search").on(t.search)],
  );

  /** Closed lists that people edit: fields, bottlenecks, technologies, sectors. */
  const terms = table(
    "term",
    {
      vocabulary: text().notNull(),
      code: text().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      position: int().notNull(),
      basis: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [primaryKey({ columns: [t.vocabulary, t.code] })],
  );

  /** One row per day that differs from the plain week, per version of the calendar. */
  const calendarDays = table(
    "calendar_day",
    {
      version: int().notNull(),
      date: text().notNull(),
      kind: text().$type<"off" | "working">().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      basis: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.version, t.date] })],
  );

  const deadlineRules = table(
    "deadline_rule",
    {
      id: serial(),
      code: text().notNull(),
      step: text().$type<DeadlineStep>().notNull(),
      caseKind: text().$type<Kind>(),
      amount: int().notNull(),
      unit: text().$type<"working_days" | "days">().notNull(),
      basisVi: text().notNull(),
      basisEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [uniqueIndex("deadline_rule_code").on(t.code, t.validFrom)],
  );

  return { provinces, communes, placeNames, terms, calendarDays, deadlineRules };
}

export type ReferenceTables = ReturnType<typeof referenceTables>;
