import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { TextArea } from "../../../components/field.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";
import { OutcomeFields } from "./outcome-fields.tsx";
import { useAutosave } from "./use-autosave.ts";

/** The officer's answer with its outcome. Kept as a draft by a button, and every few seconds where scripts run. */
export function AnswerForm({ page, state }: ActProps) {
  const { t } = useTranslation("office");
  const { field } = useFormWords("answer", state);
  const form = useRef<HTMLFormElement>(null);
  const saved = useAutosave(form);
  const stored = page.answer?.state === "draft" ? page.answer : null;
  const returned = page.history.findLast((entry) => entry.type === "return" || entry.type === "answer");
  return (
    <section aria-labelledby="answer-form">
      <h2 id="answer-form">{t("answer.title")}</h2>
      {returned?.type === "return" && returned.text && (
        <Notice tone="warning" title={t("answer.returned", { name: returned.person })}>
          {returned.text.body}
        </Notice>
      )}
      <form method="post" noValidate ref={form}>
        <input type="hidden" name="version" value={page.version} />
        <TextArea {...field("body", stored?.body)} rows={12} lang="vi" />
        <OutcomeFields
          kinds={page.outcomeFields}
          field={field}
          typed={state?.form === "answer" ? state.values : null}
          stored={stored?.outcome ?? {}}
        />
        <p className="muted small" role="status">
          {saved ? t("answer.saved", { time: saved }) : t("answer.savedHint")}
        </p>
        <div className="cluster">
          {/* The draft comes first: the Enter key in a field must never send an answer for approval. */}
          <Button variant="secondary" name="_act" value="draft">
            {t("button.draft")}
          </Button>
          <Button name="_act" value="answer">
            {t("button.answer")}
          </Button>
        </div>
      </form>
    </section>
  );
}
