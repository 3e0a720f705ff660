import type { Kind, Lang } from "../domain/case-kind.ts";
import { fieldsOf, stepsOf } from "../domain/form-steps.ts";
import { NO_COMMUNE } from "../domain/form-common.ts";
import { controls } from "../domain/forms.ts";
import type { FieldErrors } from "../domain/refusal.ts";
import { searchPlaces } from "../../db/places.ts";
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
  /** The clerk has yet to say which of `places` is meant; an error only once it was asked. */
  readonly open: boolean;
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
  const place = (typed.place ?? "").trim();
  // A choice counts for the name that it was asked about.
  const asked = place !== "" && typed.askedPlace === place;
  const choice = asked ? answers.communeCode : undefined;
  delete answers.communeCode;
  const values = { ...typed, communeCode: "", ...answers };
  const settled = { values, answers, errors: {}, places: [], open: false };
  if (place === "") return settled;
  if (choice === NO_COMMUNE) return { ...settled, values: { ...values, place: "" } };

  const found = await searchPlaces(read, place.slice(0, 200), MOST);
  const inside = found.filter((match) => !answers.provinceCode || match.province.code === answers.provinceCode);
  const [first, second] = inside;
  if (!first) return { ...settled, errors: { place: "unknown" } };
  const chosen = second ? inside.find(({ commune }) => commune.code === choice) : first;
  const places = inside.map(({ commune, province }) => ({
    value: commune.code,
    label: lang === "en" ? `${commune.nameEn}, ${province.fullNameEn}` : `${commune.nameVi}, ${province.fullNameVi}`,
  }));
  if (!chosen) return { values, answers, errors: asked ? { communeCode: "empty" } : {}, places, open: true };
  const { code: communeCode, provinceCode } = chosen.commune;
  const known = { values: { ...values, communeCode }, answers: { ...answers, communeCode, provinceCode } };
  return { ...settled, ...known, places: second ? places : [] };
}
