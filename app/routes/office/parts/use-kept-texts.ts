import { useEffect } from "react";

/** What was typed into the other forms of a case's page when one of them was sent. */
interface Kept {
  readonly code: string;
  readonly at: number;
  readonly texts: readonly { readonly act: string; readonly name: string; readonly value: string }[];
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const KEY = "typed-beside";
/** As long as an answer of the server may take; what somebody typed does not wait for whoever comes next. */
const LASTS_MS = 60_000;

/**
 * Sending one form of a case's page loads the page anew. What was typed into
 * the others is kept in this tab for that moment, and stands in them again,
 * whether the act was done or refused.
 */
export function useKeptTexts(code: string): void {
  useEffect(() => {
    putBack(code);
    const keep = (event: SubmitEvent) => {
      if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
      const sent = event.target;
      const texts = textFields()
        .filter((field) => field.form !== sent && field.value !== field.defaultValue)
        .map((field) => ({ act: actOf(field), name: field.name, value: field.value }));
      const kept: Kept = { code, at: Date.now(), texts };
      if (texts.length > 0) sessionStorage.setItem(KEY, JSON.stringify(kept));
    };
    document.addEventListener("submit", keep);
    return () => document.removeEventListener("submit", keep);
  }, [code]);
}

function putBack(code: string): void {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (stored === null) return;
  // Only `keep` writes under this key.
  const kept = JSON.parse(stored) as Kept;
  if (kept.code !== code || Date.now() - kept.at > LASTS_MS) return;
  for (const { act, name, value } of kept.texts) {
    const [field, ...others] = textFields().filter((one) => one.name === name && actOf(one) === act);
    if (field && others.length === 0) type(field, value);
  }
}

/** The fields of the acts on the page into which somebody types. */
function textFields(): TextField[] {
  const fields = document.querySelectorAll<TextField>(
    "main form textarea, main form input:not([type=hidden], [type=file])",
  );
  return [...fields].filter(
    (field) => field.name !== "" && actOf(field) !== "" && !["radio", "checkbox"].includes(field.type),
  );
}

function actOf({ form }: TextField): string {
  return form?.querySelector<HTMLInputElement>('[name="_act"]')?.value ?? "";
}

/** Fills a field so that what listens to it hears of it, and shows the form that it is in. */
function type(field: TextField, value: string): void {
  // The setter of the class: React hears of nothing that is set on the field itself.
  const own = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(own, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const folded = field.closest("details");
  if (folded) folded.open = true;
}
