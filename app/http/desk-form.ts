import type { Kind, Lang } from "../domain/case-kind.ts";
import { fieldsOf, stepsOf } from "../domain/form-steps.ts";
import { controls } from "../domain/forms.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { findCommune, searchPlaces } from "../../db/places.ts";
import type { Store } from "../../db/store.server.ts";
import { typedValues } from "./form-input.ts";
import { typedDayOf } from "./typed-day.ts";

const MOST = 12;

export interface DeskForm {
  /** As typed, for showing the form again. */
  readonly values: Readonly<Record<string, string>>;
  /** The answers to the kind's questions, to be checked. */
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** The communes to choose from when a name means several. */
  readonly places: readonly { value: string; label: string }[];
}

/** Reads the form of the desk: all steps at once, with the typed place looked up. */
export async function readDeskForm(
  { read }: Store,
  kind: Kind,
  form: FormData,
  lang: Lang,
  now: Date,
): Promise<DeskForm> {
  const typed = typedValues(form);
  const names = stepsOf(kind).flatMap((step) => fieldsOf(kind, step));
  const answers: Record<string, string> = { lang: typed.lang === "en" ? "en" : "vi" };
  for (const name of names) {
    const value = controls[name].control === "date" ? typedDayOf(typed, name, now) : typed[name];
    if (value !== undefined && value.trim() !== "") answers[name] = value;
  }
  const values = { ...typed, ...answers };
  const place = (typed.place ?? "").trim();
  if (place === "") return { values, answers, errors: {}, places: [] };

  const chosen = answers.communeCode ? await findCommune(read, answers.communeCode) : null;
  if (chosen) return { values, answers: { ...answers, provinceCode: chosen.provinceCode }, errors: {}, places: [] };
  const found = await searchPlaces(read, place.slice(0, 200), MOST);
  const inside = found.filter((match) => !answers.provinceCode || match.province.code === answers.provinceCode);
  const [first, second] = inside;
  if (!first) return { values, answers, errors: { place: "unknown" }, places: [] };
  if (!second) {
    const { code, provinceCode } = first.commune;
    return { values, answers: { ...answers, communeCode: code, provinceCode }, errors: {}, places: [] };
  }
  const places = inside.map(({ commune, province }) => ({
    value: commune.code,
    label: lang === "en" ? `${commune.nameEn}, ${province.fullNameEn}` : `${commune.nameVi}, ${province.fullNameVi}`,
  }));
  return { values, answers, errors: { communeCode: "empty" }, places };
}
