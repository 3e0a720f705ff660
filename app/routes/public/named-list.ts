import { findCommune } from "../../../db/places.ts";
import type { Db } from "../../../db/store.server.ts";
import type { Lang } from "../../domain/case-kind.ts";
import { type ReadFilters, readFilters } from "../../http/published-filters.ts";
import type { ReferenceLists } from "../../http/reference-lists.ts";
import { getI18n } from "../../i18n.ts";
import { filterWords, listTitle } from "./cases-filter-words.ts";

/** The list at an address, with what it is called in a language and a sentence about filters that nobody knows; "" where there are none. */
export async function namedList(
  db: Db,
  query: URLSearchParams,
  lists: ReferenceLists,
  lang: Lang,
): Promise<ReadFilters & { readonly title: string; readonly unknownWords: string }> {
  const read = await readFilters(query, lists, (code) => findCommune(db, code));
  const { active, unknown, commune } = read;
  const i18n = getI18n(lang);
  const t = i18n.getFixedT(lang, "finding");
  const communes = commune ? [{ value: commune.code, label: lang === "en" ? commune.nameEn : commune.nameVi }] : [];
  const names = unknown.map((name) => t(`filter.${name}`)).join(", ");
  return {
    ...read,
    title: listTitle(i18n, active, filterWords(i18n, active, lists.choices[lang], communes)),
    unknownWords: names && t("unknown", { names }),
  };
}
