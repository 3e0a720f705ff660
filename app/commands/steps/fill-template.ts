import { localDate } from "../../domain/calendar.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { lastDay } from "../../domain/deadlines.ts";
import type { StaffActor } from "../../domain/actor.ts";
import { fillTemplate, honorifics, type TemplatePurpose, type TemplateValues } from "../../domain/templates.ts";
import { findAgency } from "../../../db/agencies.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { templatesFor } from "../../../db/templates.ts";
import { termNames } from "../../../db/terms.ts";
import type { Db } from "../../../db/store.server.ts";

/** The language of a text: answers are written in Vietnamese, notes in the officer's hands too, letters to the submitter in theirs. */
const langOf = (purpose: TemplatePurpose, row: Pick<CaseRow, "lang">): Lang =>
  purpose === "ask" || purpose === "decline" ? row.lang : "vi";

/** A template filled in for a case; null when it is not offered there: ended, of others, or not meant for such a case. */
export async function filledFor(
  db: Db,
  actor: StaffActor,
  row: CaseRow,
  templateId: number,
  purpose: TemplatePurpose,
  now: Date,
): Promise<string | null> {
  const offered = await templatesFor(db, actor, row, [purpose], now);
  const template = offered.find((one) => one.row.id === templateId)?.row;
  if (!template) return null;
  const lang = langOf(purpose, row);
  return fillTemplate(lang === "vi" ? template.bodyVi : template.bodyEn, await valuesOf(db, actor, row, lang, now));
}

/** What a case fills in. Nothing of it says who sent the case. */
async function valuesOf(db: Db, actor: StaffActor, row: CaseRow, lang: Lang, now: Date): Promise<TemplateValues> {
  const agency = row.agencyId === null ? null : await findAgency(db, row.agencyId);
  const terms = await termNames(db, [row.field]);
  const field = terms.get(`field/${row.field}`);
  const [agencyVi, agencyEn] = agency ? [agency.nameVi, agency.nameEn] : [actor.agencyVi, actor.agencyEn];
  return {
    code: row.code,
    title: row.title,
    agency: lang === "vi" ? agencyVi : agencyEn,
    field: (lang === "vi" ? field?.nameVi : field?.nameEn) ?? "",
    receivedOn: dayWords(localDate(row.receivedAt), lang),
    dueOn: dayWords(lastDay(row.dueAt), lang),
    today: dayWords(localDate(now), lang),
    honorific: honorifics[lang],
  };
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day as letters write it: 23/11/2026, 23 November 2026. */
function dayWords(day: string, lang: Lang): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return lang === "vi" ? `${date}/${month}/${year}` : `${Number(date)} ${months[Number(month) - 1] ?? ""} ${year}`;
}
