import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { TextArea } from "../../../components/field.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { CitationWords } from "../../../http/answering-page.ts";
import type { RefusedEvidence } from "../../../http/evidence-form.ts";
import type { ActProps } from "./act-form.tsx";
import { CitationFields } from "./citation-list.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { useFormWords } from "./form-words.ts";
import { OtherDraft } from "./other-draft.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";
import { TemplatePicker } from "./template-picker.tsx";
import { PointsFields } from "./points-fields.tsx";
import { useAutosave } from "./use-autosave.ts";

/** The officer's answer with its outcome. Kept as a draft by a button, and every few seconds where scripts run. */
export function AnswerForm({
  page,
  state,
  taken,
  cited,
  refusedFiles,
}: ActProps & {
  /** Somebody else has saved the draft since: both texts are shown. */
  taken: boolean;
  /** What the text that was not accepted cites. */
  cited: readonly CitationWords[] | null;
  /** Evidence that was not taken, and why. */
  refusedFiles: readonly RefusedEvidence[];
}) {
  const { t } = useTranslation(["office", "answering"]);
  const { field, values } = useFormWords("answer", state);
  const form = useRef<HTMLFormElement>(null);
  const kept = useAutosave(form);
  const { answering } = page;
  const stored = page.answer?.state === "draft" ? page.answer : null;
  const returned = page.history.findLast((entry) => entry.type === "return" || entry.type === "answer");
  const errors = state?.form === "answer" ? state.errors : {};
  const ticked = Object.keys(values).flatMap((name) => (name.startsWith("ack.") ? [name.slice(4)] : []));
  const quotable = answering.consults.filter(({ state: standing }) => standing === "answered");
  return (
    <section aria-labelledby="answer-form">
      <h2 id="answer-form">{t("answer.title")}</h2>
      {returned?.type === "return" && returned.text && (
        <Notice tone="warning" title={t("answer.returned", { name: returned.person })}>
          {returned.text.body}
        </Notice>
      )}
      {taken && stored && <OtherDraft by={answering.draft.by} theirs={stored.body} mine={values.body ?? ""} />}
      <form method="post" encType="multipart/form-data" noValidate ref={form}>
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="draftVersion" value={kept.draftVersion ?? answering.draft.version} />
        <PointsFields page={page} field={field} />
        <TemplatePicker page={page} state={state} purpose="answer" />
        <TextArea {...field("body", stored?.body)} rows={12} lang="vi" />
        <CitationFields
          citations={kept.citations ?? cited ?? answering.citations}
          acknowledged={ticked.length > 0 ? ticked : answering.acknowledged}
          errors={errors}
        />
        {quotable.length > 0 && (
          <div className="field">
            <p>{t("answering:consult.quotable")}</p>
            <div className="cluster">
              {quotable.map(({ id, agency }) => (
                <Button key={id} variant="secondary" name="quote" value={id}>
                  {t("answering:consult.quote", { agency })}
                </Button>
              ))}
            </div>
          </div>
        )}
        <OutcomeFields
          kinds={page.outcomeFields}
          field={field}
          typed={state?.form === "answer" ? state.values : null}
          stored={stored?.outcome ?? {}}
        />
        <EvidenceField page={page} refused={refusedFiles} />
        {kept.taken && (
          <Notice tone="warning" title={t("refusal.newer-draft.title")} live>
            <p>{t("answering:draft.seeBoth")}</p>
          </Notice>
        )}
        <p className="muted small" role="status">
          {kept.saved ? t("answer.saved", { time: kept.saved }) : t("answer.savedHint")}
        </p>
        <div className="cluster">
          {/* The draft comes first: the Enter key in a field must never send an answer for approval. */}
          <Button variant="secondary" name="_act" value="draft">
            {kept.taken ? t("answering:draft.both") : t("button.draft")}
          </Button>
          <Button name="_act" value="answer">
            {t("button.answer")}
          </Button>
        </div>
      </form>
      {answering.versions > 1 && (
        <p>
          <a href={`/office/cases/${page.code}/answers`}>
            {t("answering:versions.link", { count: answering.versions })}
          </a>
        </p>
      )}
    </section>
  );
}
