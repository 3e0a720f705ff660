import { formInput } from "./form-input.ts";

const acts = ["translate", "approve-translation", "return-translation"] as const;
type TranslationAct = (typeof acts)[number];

/** What a press on the translation page asks for. `all` approves everything that waits without boxes to tick. */
export interface TranslationForm {
  readonly act: TranslationAct | "machine";
  readonly input: Record<string, unknown>;
}

/** Reads the page's one form; null for a press that is none of its buttons. */
export function readTranslationForm(code: string, form: FormData): TranslationForm | null {
  const fields = formInput(form);
  const pressed = String(form.get("_act") ?? "");
  const input = { code, version: Number(fields["version"]) || 0 };
  if (pressed === "machine") return { act: "machine", input };
  if (pressed === "approve-all") return { act: "approve-translation", input };
  const act = acts.find((name) => name === pressed);
  if (!act) return null;
  if (act === "translate") {
    return { act, input: { ...input, segments: fields["segments"] ?? {}, confirmed: fields["confirmed"] } };
  }
  const picked = typeof fields["pick"] === "object" ? fields["pick"] : {};
  const reason = act === "return-translation" ? { reason: fields["reason"] } : {};
  return { act, input: { ...input, segments: picked ?? {}, ...reason } };
}

/** True when boxes have to be ticked for this press and none is. */
export function nothingPicked({ act, input }: TranslationForm): boolean {
  const { segments } = input;
  return (
    act !== "translate" &&
    act !== "machine" &&
    typeof segments === "object" &&
    segments !== null &&
    Object.keys(segments).length === 0
  );
}
