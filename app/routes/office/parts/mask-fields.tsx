import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { SelectField, TextField } from "../../../components/field.tsx";
import { maskReasons, occurrences } from "../../../domain/mask.ts";
import type { ReviewView } from "../../../http/publishing-page.ts";
import type { FormWords } from "./form-words.ts";

interface Picked {
  readonly field: string;
  readonly words: string;
  readonly nth: number;
}

/** What the editor masks beyond what was found: typed, or selected in a text where scripts run. */
export function MaskFields({
  review,
  texts,
  words,
  box,
}: {
  review: ReviewView;
  texts: Readonly<Record<string, string>>;
  words: FormWords;
  /** The part of the page with the texts. */
  box: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation(["publishing", "office"]);
  const { field } = words;
  const picked = usePicked(box);
  const labelOf = (name: string) => field(name).label;
  const known = Object.keys(texts).filter((name) => !/\.(changedOn|promisedOn)$/.test(name));
  const typed = (name: string) => field(name).defaultValue ?? "";
  return (
    <fieldset className="box column" id="propose-publication-masks">
      <legend className="field__label">{t("masks.add")}</legend>
      {review.masks.length > 0 && (
        <ul>
          {review.masks.map((mask, place) => (
            <li key={`${mask.field} ${mask.text} ${mask.nth ?? ""}`}>
              <input type="hidden" name={`masks.${place}`} value={JSON.stringify(mask)} />
              {t("masks.item", {
                field: labelOf(mask.field),
                words: mask.text,
                reason: t(`reason.${mask.reason}`),
                interpolation: { escapeValue: false },
              })}{" "}
              <Button variant="quiet" name="_unmask" value={String(place)}>
                {t("masks.drop")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {picked && (
        <p role="status">{t("masks.selected", { words: picked.words, interpolation: { escapeValue: false } })}</p>
      )}
      {/* Made anew with each selection, so that what was selected stands in the fields. */}
      <div key={picked ? `${picked.field} ${picked.nth} ${picked.words}` : "typed"}>
        <input type="hidden" name="maskNth" value={picked ? String(picked.nth) : ""} />
        <SelectField
          {...field("maskField")}
          defaultValue={picked?.field ?? typed("maskField")}
          options={known.map((name) => ({ value: name, label: labelOf(name) }))}
        />
        <TextField {...field("maskWords")} defaultValue={picked?.words ?? typed("maskWords")} />
        <SelectField
          {...field("maskReason")}
          options={maskReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
        <TextField {...field("maskNote")} optional />
      </div>
      <Button variant="secondary" name="_mask" value="1">
        {t("masks.button")}
      </Button>
    </fieldset>
  );
}

/** The words last selected in one of the texts; null until scripts run and some are. */
function usePicked(box: RefObject<HTMLElement | null>): Picked | null {
  const [picked, setPicked] = useState<Picked | null>(null);
  useEffect(() => {
    const area = box.current;
    const select = ({ target }: Event) => {
      if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
      if (!/^(title|question|answer|outcome)(Vi|En)/.test(target.name)) return;
      const { selectionStart: start, selectionEnd: end, value } = target;
      if (start === null || end === null || end <= start) return;
      const words = value.slice(start, end);
      const trimmed = words.trim();
      const at = start + words.indexOf(trimmed);
      const nth = occurrences(value, trimmed).findIndex((range) => range.start === at);
      if (trimmed !== "" && nth >= 0) setPicked({ field: target.name, words: trimmed, nth });
    };
    area?.addEventListener("select", select, true);
    return () => area?.removeEventListener("select", select, true);
  }, [box]);
  return picked;
}
