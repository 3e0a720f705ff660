import type { Lang } from "../../domain/case-kind.ts";
import { documentWording, referenceWording } from "../../domain/legal-wording.ts";
import { type EntryState, stateOn } from "../../domain/register.ts";
import type { Law } from "../../../db/laws.ts";
import type { EntryWithLaw } from "../../../db/register-lists.ts";

/** An entry of the register in a list, in the reader's language. */
export interface EntryView {
  readonly href: string;
  /** `khoản 2 Điều 12`; the document's name for a whole document. */
  readonly place: string;
  readonly document: string;
  readonly title: string;
  readonly reports: number;
  readonly state: EntryState;
  readonly fixedOn: string | null;
  readonly minutes: number;
  readonly minutesFrom: number;
  readonly money: number;
  readonly moneyFrom: number;
  readonly newestAt: Date;
}

export function entryView({ entry, law }: EntryWithLaw, lang: Lang, today: string): EntryView {
  const { reports, fixedOn, minutes, minutesFrom, money, moneyFrom, newestAt } = entry;
  return {
    href: `/${lang}/barriers/${entry.documentSlug}/${entry.place}`,
    place: capital(
      placeWords(
        {
          entry,
          law,
        },
        lang,
      ),
    ),
    document: documentWording(law, lang),
    title: titleOf(law, lang),
    reports,
    fixedOn,
    minutes,
    minutesFrom,
    money,
    moneyFrom,
    newestAt,
    state: stateOn(entry, today),
  };
}

/** Where in its document: the document itself for a whole one. */
export function placeWords({ entry, law }: EntryWithLaw, lang: Lang): string {
  const { article, clause, point, upTo } = entry;
  if (article === null) return documentWording(law, lang);
  return referenceWording({ document: null, article, clause, point, to: upTo, typed: "" }, lang);
}

/** A provision as it is cited: `khoản 2 Điều 12 Luật Đất đai số 31/2024/QH15`. */
export function provisionWords({ entry, law }: EntryWithLaw, lang: Lang): string {
  const { article, clause, point, upTo } = entry;
  return referenceWording({ document: law, article, clause, point, to: upTo, typed: "" }, lang);
}

export const titleOf = (law: Law, lang: Lang): string => (lang === "en" ? law.titleEn : law.titleVi);

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
