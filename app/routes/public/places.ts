import type { Lang } from "../../domain/case-kind.ts";
import { NO_COMMUNE } from "../../domain/form-common.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { findCommune, type PlaceMatch, searchPlaces } from "../../../db/places.ts";
import type { Db } from "../../../db/store.server.ts";

type Answers = Readonly<Record<string, string>>;
const MOST = 12;

/**
 * The communes that a typed name may mean, those of the chosen province first
 * of all. "Bến Nghé, quận 1" and "phường Bến Nghé" both find it: what is typed
 * is tried as it is, then without what follows a comma, then without the word
 * for the kind of unit.
 */
export async function findPlaces(db: Db, typed: string, provinceCode: string | undefined): Promise<PlaceMatch[]> {
  const [first = ""] = typed.split(",");
  const bare = first.trim().replace(/^(phường|phuong|xã|xa|thị trấn|thi tran|đặc khu|dac khu|ward|commune)\s+/iu, "");
  for (const attempt of new Set([typed, first.trim(), bare])) {
    const found = await searchPlaces(db, attempt, provinceCode ? 60 : MOST);
    const inside = provinceCode ? found.filter((match) => match.province.code === provinceCode) : found;
    if (found.length > 0) return (inside.length > 0 ? inside : found).slice(0, MOST);
  }
  return [];
}

export interface ResolvedPlace {
  readonly answers: Record<string, string>;
  readonly errors: FieldErrors;
  /** A name was typed that the reader has yet to choose a commune for. */
  readonly open: boolean;
}

/** What the place fields of the second step come to, given what the draft already knows. */
export async function resolvePlace(db: Db, typed: Answers, before: Answers): Promise<ResolvedPlace> {
  const name = (typed.place ?? "").trim();
  const chosen = before.communeCode && name !== "" ? await findCommune(db, before.communeCode) : null;
  const same = chosen !== null && [before.place, chosen.nameVi, chosen.nameEn].includes(name);
  const communeCode = typed.communeCode || (same ? chosen.code : "");
  if (communeCode !== "") {
    const commune = await findCommune(db, communeCode);
    if (!commune) return { answers: {}, errors: { communeCode: "wrong" }, open: false };
    const elsewhere = Boolean(typed.provinceCode) && typed.provinceCode !== commune.provinceCode;
    if (elsewhere) return { answers: {}, errors: { provinceCode: "elsewhere" }, open: false };
    return { answers: { communeCode, provinceCode: commune.provinceCode }, errors: {}, open: false };
  }
  if (name === "") return { answers: { communeCode: "", place: "" }, errors: {}, open: false };
  if (name.length > 200) return { answers: {}, errors: { place: "too-long" }, open: false };
  const found = await findPlaces(db, name, typed.provinceCode);
  if (found.length === 0) return { answers: {}, errors: { place: "unknown" }, open: false };
  return { answers: { communeCode: "", place: name }, errors: {}, open: true };
}

/** The answers for a commune chosen from the list; null for "none of these", `unknown` for no choice. */
export async function chosenPlace(
  db: Db,
  code: string,
  lang: Lang,
): Promise<Record<string, string> | null | "unknown"> {
  if (code === NO_COMMUNE) return null;
  const commune = code === "" ? null : await findCommune(db, code);
  if (!commune) return "unknown";
  const place = lang === "en" ? commune.nameEn : commune.nameVi;
  return { communeCode: commune.code, provinceCode: commune.provinceCode, place };
}
