import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField } from "../../../components/field.tsx";
import { textField, type TemplatePurpose } from "../../../domain/templates.ts";
import type { ActProps } from "./act-form.tsx";

/**
 * Texts kept ready for a form. Its button brings the page back with the text
 * filled in; where scripts run the text goes in at the cursor, and typing `::`
 * leads here.
 */
export function TemplatePicker({ page, state, purpose }: ActProps & { purpose: TemplatePurpose }) {
  const { t } = useTranslation("templates");
  const box = useRef<HTMLDivElement>(null);
  const offered = page.templates.filter((template) => template.purpose === purpose);
  useEffect(() => callByColons(box.current, purpose), [purpose]);
  if (offered.length === 0) return null;
  const values = state?.form === purpose ? state.values : {};

  const insert = async (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    const parts = partsOf(box.current, purpose);
    if (!parts || parts.select.value === "" || button.dataset["plain"]) return;
    event.preventDefault();
    const { select, area, used } = parts;
    try {
      const query = new URLSearchParams({ for: purpose });
      const answer = await fetch(`/office/cases/${page.code}/template/${select.value}?${query}`);
      if (!answer.ok) throw new Error("not offered");
      const { text } = (await answer.json()) as { text: string };
      const start = area.value.slice(0, area.selectionStart).endsWith("::")
        ? area.selectionStart - 2
        : area.selectionStart;
      area.setRangeText(text, start, area.selectionEnd, "end");
      used.value = select.value;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    } catch {
      // The server's own way does the same.
      button.dataset["plain"] = "1";
      button.click();
    }
  };

  return (
    <div ref={box} className="suggestions">
      <EnterIsNotInsert purpose={purpose} />
      <input type="hidden" name="templateId" defaultValue={values["templateId"] ?? ""} />
      <SelectField
        name="_template"
        id={`${purpose}-template`}
        label={t("picker.label")}
        hint={t("picker.hint")}
        width="full"
        options={offered.map(({ id, title }) => ({ value: String(id), label: title }))}
      />
      <Button
        variant="secondary"
        name="_insert"
        value={purpose}
        formAction={purpose === "answer" ? "#answer-form" : `#act-${purpose}`}
        onClick={(event) => void insert(event)}
      >
        {t("picker.insert")}
      </Button>
    </div>
  );
}

/** The Enter key presses a form's first button: a draft is kept, or the act of the form is done. */
function EnterIsNotInsert({ purpose }: { purpose: TemplatePurpose }) {
  const draft = purpose === "answer" ? { name: "_act", value: "draft" } : {};
  return <button type="submit" hidden tabIndex={-1} {...draft} />;
}

function partsOf(box: HTMLElement | null, purpose: TemplatePurpose) {
  const select = box?.querySelector("select");
  const used = box?.querySelector<HTMLInputElement>('input[name="templateId"]');
  const area = box?.closest("form")?.elements.namedItem(textField[purpose]);
  return select && used && area instanceof HTMLTextAreaElement ? { select, used, area } : null;
}

/** Two colons typed in the text lead to the list. */
function callByColons(box: HTMLElement | null, purpose: TemplatePurpose) {
  const parts = partsOf(box, purpose);
  if (!parts) return;
  const { area, select } = parts;
  const look = (event: Event) => {
    if (!(event instanceof InputEvent) || event.data !== ":") return;
    if (area.value.slice(0, area.selectionStart).endsWith("::")) select.focus();
  };
  area.addEventListener("input", look);
  return () => area.removeEventListener("input", look);
}
