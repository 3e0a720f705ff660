import type { z } from "zod";
import { localDate } from "../domain/calendar.ts";
import { documentWording, referenceWording } from "../domain/legal-wording.ts";
import type { OutcomeKind } from "../domain/outcome.ts";
import { type FacetName, documentSlug, stateOn } from "../domain/register.ts";
import type { Agency } from "../../db/agencies.ts";
import { type Amendment, type AmendmentPlace, countCasesOf, placesOfAmendments } from "../../db/amendments.ts";
import { findLaws, type Law } from "../../db/laws.ts";
import type { EntryWithLaw } from "../../db/register-lists.ts";
import type { Db } from "../../db/store.server.ts";
import type { Takedown } from "../../db/takedowns.ts";
import type * as shape from "./api-register-shapes.ts";
import type { publicCase } from "./api-public-shapes.ts";
import { agencyRefJson } from "./api-views.ts";
import type { ReferenceLists } from "./reference-lists.ts";

type Json<S extends z.ZodType> = z.infer<S>;
type Placed = Pick<EntryWithLaw["entry"], "article" | "clause" | "point" | "upTo">;

/** A provision as it is cited. */
function citation(law: Law, { article, clause, point, upTo: to }: Placed) {
  const reference = { document: law, article, clause, point, to, typed: "" };
  return { vi: referenceWording(reference, "vi"), en: referenceWording(reference, "en") };
}

const pagesOf = (publicUrl: string, path: string) => ({ vi: `${publicUrl}/vi/${path}`, en: `${publicUrl}/en/${path}` });

/** A provision of the register where a case names it; its address is the one of the API. */
export function provisionJson(
  { entry, law }: EntryWithLaw,
  publicUrl: string,
): Json<typeof publicCase>["provisions"][number] {
  const { documentSlug: document, place: provision } = entry;
  const url = `${publicUrl}/api/v1/barriers/${document}/${provision}`;
  return { document, provision, name: citation(law, entry), url };
}

/** An entry of the register as lists tell of it. `today` decides what is fixed by now. */
export function entryJson(
  { entry, law }: EntryWithLaw,
  drafter: Agency | null,
  today: string,
  publicUrl: string,
): Json<typeof shape.barrierSummary> {
  const { documentSlug: slug, place, reports, minutes, minutesFrom, money, moneyFrom } = entry;
  return {
    document: {
      slug,
      name: { vi: documentWording(law, "vi"), en: documentWording(law, "en") },
      title: { vi: law.titleVi, en: law.titleEn },
    },
    provision: place,
    name: citation(law, entry),
    state: stateOn(entry, today),
    reports,
    newestReportAt: entry.newestAt.toISOString(),
    fixedOn: entry.fixedOn,
    cost: { minutes: claimedJson(minutes, minutesFrom), money: claimedJson(money, moneyFrom) },
    drafter: drafter && agencyRefJson(drafter),
    url: pagesOf(publicUrl, `barriers/${slug}/${place}`),
  };
}

const claimedJson = (amount: number, reports: number) => (reports === 0 ? null : { amount, reports });

/** What stands on the page of one provision beside the cases themselves. */
export function barrierJson(
  found: EntryWithLaw,
  more: {
    readonly drafter: Agency | null;
    readonly facets: readonly { readonly name: FacetName; readonly value: string; readonly reports: number }[];
    readonly outcomes: readonly { readonly outcome: OutcomeKind; readonly reports: number }[];
    readonly amendments: readonly Amendment[];
  },
  lists: ReferenceLists,
  today: string,
  publicUrl: string,
): Json<typeof shape.barrier> {
  const { entry, law } = found;
  const summary = entryJson(found, more.drafter, today, publicUrl);
  const known = { class: lists.terms.obstacle_class, sector: lists.terms.sector, province: lists.provinces };
  const of = (name: FacetName) =>
    more.facets
      .filter((facet) => facet.name === name)
      .map(({ value: code, reports }) => {
        const term = known[name].find((one) => one.code === code);
        return { code, name: term ? { vi: term.nameVi, en: term.nameEn } : null, reports };
      });
  return {
    ...summary,
    document: { ...summary.document, validFrom: law.validFrom, validTo: law.validTo },
    classes: of("class"),
    sectors: of("sector"),
    provinces: of("province"),
    decisions: more.outcomes.map(({ outcome, reports }) => ({ outcomeKind: outcome, reports })),
    amendments: more.amendments.map((amendment) => ({
      id: amendment.id,
      act: actOf(amendment),
      inForceOn: amendment.inForceOn,
      reportedSince: amendment.inForceOn < localDate(entry.newestAt),
    })),
  };
}

const actOf = (amendment: Amendment) => ({
  vi: documentWording(amendment, "vi"),
  en: documentWording(amendment, "en"),
});

/** Published amendments with what each changes and how many cases led to it. */
export async function changesJson(
  db: Db,
  amendments: readonly Amendment[],
  publicUrl: string,
): Promise<Json<typeof shape.change>[]> {
  const places = await placesOfAmendments(
    db,
    amendments.map(({ id }) => id),
  );
  const laws = await findLaws(
    db,
    places.map(({ lawKey }) => lawKey),
  );
  const provision = (place: AmendmentPlace) => {
    const law = laws.get(place.lawKey);
    if (!law) return [];
    return [{ document: documentSlug(place.lawKey), provision: place.place, name: citation(law, place) }];
  };
  const changes: Json<typeof shape.change>[] = [];
  for (const amendment of amendments) {
    changes.push({
      id: amendment.id,
      act: actOf(amendment),
      inForceOn: amendment.inForceOn,
      what: { vi: amendment.whatVi, en: amendment.whatEn },
      gazetteUrl: amendment.gazetteUrl,
      provisions: places.filter(({ amendmentId }) => amendmentId === amendment.id).flatMap(provision),
      cases: await countCasesOf(db, amendment),
      url: pagesOf(publicUrl, `barriers/changes/${amendment.id}`),
    });
  }
  return changes;
}

export function takedownJson({
  act,
  day,
  kind,
  category,
  ground,
  groundLang,
  agency,
}: Takedown): Json<typeof shape.takedown> {
  return {
    act,
    on: day,
    kind,
    category,
    ground: ground === null ? null : { text: ground, lang: groundLang ?? "vi" },
    agency: agency && { vi: agency.nameVi, en: agency.nameEn },
  };
}
