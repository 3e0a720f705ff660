import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../components/disclosure.tsx";
import { TextArea } from "../../../components/field.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { PointList } from "../../../components/point-list.tsx";
import { openingWords } from "../../../domain/text.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { AnswerChanges } from "./answer-changes.tsx";
import { CitationNotes } from "./citation-list.tsx";
import { useFormWords } from "./form-words.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { OutcomeList } from "./outcome-list.tsx";

/** For the leader, on a telephone too: the question in short, the answer as the submitter will read it, two ways on. */
export function ApprovalPanel({ page, state }: ActProps) {
  const { t } = useTranslation("office");
  const { field } = useFormWords("return", state);
  const { answer, returned } = page;
  if (!answer) return null;
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{t("approval.title")}</h2>
      <p className="muted">{t("approval.question")}</p>
      <p lang={page.lang}>{openingWords(page.content, 300)}</p>
      <div className="preview">
        <p className="muted">{t("approval.preview")}</p>
        <LangText text={answer.body} lang={answer.lang} />
        <OutcomeList page={page} answer={answer} />
        <EvidenceList page={page} />
        <PointList points={page.answering.given ?? []} />
      </div>
      {returned && <AnswerChanges before={returned} answer={answer} />}
      <CitationNotes citations={page.answering.citations} />
      <div className="stack">
        <p>{t("hint.approve")}</p>
        <ActForm act="approve" page={page} state={state} />
        <div className="moves">
          <Disclosure id="act-return" summary={t("act.return")} open={state?.form === "return"}>
            <ActForm act="return" page={page} state={state} look="secondary">
              <TextArea {...field("reason")} rows={4} />
            </ActForm>
          </Disclosure>
        </div>
      </div>
    </section>
  );
}
