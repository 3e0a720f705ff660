import type { RouterContextProvider } from "react-router";
import { lawStream, listEvents } from "../../db/events.ts";
import { inForce } from "../../db/agencies.ts";
import { findLaws, type Law, listLaws, listLawsPage } from "../../db/laws.ts";
import type { Actor } from "../domain/actor.ts";
import type { Lang } from "../domain/case-kind.ts";
import { localDate } from "../domain/calendar.ts";
import { lawStanding } from "../domain/law-validity.ts";
import { documentWording } from "../domain/legal-wording.ts";
import { mayEver } from "../domain/permissions.ts";
import { foldText } from "../domain/text.ts";
import { langContext, portalContext } from "./context.ts";
import { notFound } from "./perform.ts";
import { referenceLists } from "./reference-lists.ts";

/** As many as a search shows. */
const MOST_FOUND = 100;

/** What the page of legal documents shows: a part of the list, and one document with its history when it is opened. */
export async function loadLaws(context: Readonly<RouterContextProvider>, actor: Actor, url: URL) {
  if (!mayEver(actor, "manage-laws")) throw notFound();
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const db = store.read;
  const today = localDate(clock());
  const q = (url.searchParams.get("q") ?? "").slice(0, 200);
  const cursor = url.searchParams.get("cursor");
  const key = url.searchParams.get("law");
  const page = q === "" ? await listLawsPage(db, cursor) : { items: matching(await listLaws(db), q), nextCursor: null };
  const opened = key === null ? null : (await findLaws(db, [key])).get(key);
  if (opened === undefined) throw notFound();
  const history = opened ? await listEvents(db, lawStream(opened.key)) : [];
  const successors = [...page.items, ...(opened ? [opened] : [])].map(({ replacedBy }) => replacedBy);
  const told = history.map(({ data }) => data.replacedBy);
  const named = await findLaws(
    db,
    [...successors, ...told].flatMap((one) => (typeof one === "string" ? one : [])),
  );
  const wordingOf = (one: unknown) => {
    const law = typeof one === "string" ? named.get(one) : undefined;
    return law ? documentWording(law, lang) : null;
  };
  const shown = (law: Law) => ({
    key: law.key,
    wording: documentWording(law, lang),
    title: titleOf(law, lang),
    validFrom: law.validFrom,
    validTo: law.validTo,
    successor: wordingOf(law.replacedBy),
    standing: lawStanding(law, today),
  });
  const { agencies } = await referenceLists(store, clock());
  const inCharge = [...agencies.values()].filter(
    (agency) => inForce(agency, today) && agency.kind !== "unit" && agency.kind !== "commune",
  );
  return {
    q,
    agencies: inCharge.map((agency) => ({
      value: String(agency.id),
      label: lang === "en" ? agency.nameEn : agency.nameVi,
    })),
    first: cursor === null,
    nextCursor: page.nextCursor,
    laws: page.items.map(shown),
    opened: opened && {
      ...shown(opened),
      version: opened.version,
      drafterId: opened.drafterId,
      titleVi: opened.titleVi,
      titleEn: opened.titleEn,
      history: history
        .map(({ position, type, at, actorName, data }) => ({
          position,
          type,
          at,
          by: actorName,
          validFrom: typeof data.validFrom === "string" ? data.validFrom : null,
          validTo: typeof data.validTo === "string" ? data.validTo : null,
          successor: wordingOf(data.replacedBy),
        }))
        .reverse(),
    },
  };
}
export type LawsPage = Awaited<ReturnType<typeof loadLaws>>;

const titleOf = (law: Law, lang: Lang): string => (lang === "vi" ? law.titleVi : law.titleEn);

/** Those that hold every word typed in number or title, with or without accents. */
function matching(laws: readonly Law[], q: string): Law[] {
  const words = foldText(q).split(" ");
  const holds = (law: Law) => {
    const text = foldText(`${law.key} ${documentWording(law, "vi")} ${law.titleVi} ${law.titleEn}`);
    return words.every((word) => text.includes(word));
  };
  return laws.filter(holds).slice(0, MOST_FOUND);
}
