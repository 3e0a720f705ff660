import { localDate } from "../../domain/calendar.ts";
import type { TranslationMeasure } from "../../domain/translation-check.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { glossary } from "../../../db/glossary.ts";
import { rulesOn } from "../../../db/redaction-rules.ts";
import type { Db } from "../../../db/store.server.ts";
import { knownNames } from "./known-names.ts";

/** Against what a translation of a case is held today. */
export async function translationMeasure(db: Db, row: Pick<CaseRow, "id">, now: Date): Promise<TranslationMeasure> {
  return { terms: glossary(), names: await knownNames(db, row), rules: await rulesOn(db, localDate(now)) };
}
