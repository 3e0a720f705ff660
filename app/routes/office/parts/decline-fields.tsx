import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../../components/choice-field.tsx";
import { TextArea } from "../../../components/field.tsx";
import type { ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";
import { TemplatePicker } from "./template-picker.tsx";

/**
 * Why a case is declined. Choosing a reason fills in the words to the
 * submitter, unless somebody has written their own; without script the words of
 * each reason stand below it.
 */
export function DeclineFields({ page, state }: ActProps) {
  const { t } = useTranslation(["office", "domain"]);
  const { field } = useFormWords("decline", state);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const group = box.current;
    if (!group) return;
    const fill = ({ target }: Event) => {
      const words = group.querySelector("textarea");
      if (!words || !(target instanceof HTMLInputElement) || target.name !== "reasonCode") return;
      const standard = Object.values(page.declineTexts);
      if (words.value.trim() === "" || standard.includes(words.value))
        words.value = page.declineTexts[target.value] ?? "";
    };
    group.addEventListener("change", fill);
    return () => group.removeEventListener("change", fill);
  }, [page.declineTexts]);
  const { defaultValue, ...reason } = field("reasonCode");
  return (
    <div ref={box}>
      <RadioGroup
        {...reason}
        value={defaultValue}
        options={Object.keys(page.declineTexts).map((code) => ({
          value: code,
          label: t(`domain:decline.${code}`),
          hint: t(`declineWay.${code}`),
        }))}
      />
      <TemplatePicker page={page} state={state} purpose="decline" />
      <TextArea {...field("reason")} rows={7} lang={page.lang} />
    </div>
  );
}
