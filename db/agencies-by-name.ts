import { foldText } from "../app/domain/text.ts";
import { type Agency, searchAgencies } from "./agencies.ts";
import type { Db } from "./store.server.ts";

/** The agency in force that is called exactly this, in either language or by its short name or code, with or without accents. */
export async function agencyCalled(db: Db, typed: string, day: string): Promise<Agency | null> {
  const wanted = foldText(typed);
  if (wanted === "") return null;
  const found = await searchAgencies(db, typed, day);
  const names = ({ nameVi, nameEn, abbreviation, code }: Agency) => [nameVi, nameEn, abbreviation, code].map(foldText);
  return found.find((agency) => names(agency).includes(wanted)) ?? null;
}
