import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextArea } from "../../components/field.tsx";
import { useFieldWords } from "../../components/field-words.ts";
import { LangText } from "../../components/lang-text.tsx";
import { Notice } from "../../components/notice.tsx";
import { Box } from "../../components/panel.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { disputeGrounds } from "../../domain/dispute.ts";
import type { OwnCase } from "./case-model.ts";
import { ActForm, formOf } from "./own-case-forms.tsx";
import type { Unopened } from "./tracking.ts";

/** How a dispute of the answer stands, or what came of it. */
export function DisputeState({ own }: { own: OwnCase }) {
  const { t } = useTranslation("dispute");
  const { t: furniture } = useTranslation("furniture");
  const { decision } = own;
  if (own.decidedBy) return <p>{t("decidedBy", { date: dateWords(own.decidedBy, "long", furniture) })}</p>;
  if (decision === null) return own.disagreement ? <p>{t("disagreement")}</p> : null;
  return (
    <Notice title={t(`decided.${decision.act}`, { date: dateWords(decision.at, "short", furniture) })}>
      {own.disagreement && <p>{t("disagreement")}</p>}
      {decision.body !== null && (
        <>
          <p className="muted">{t("decided.words")}</p>
          <LangText text={decision.body} lang={decision.lang} />
        </>
      )}
    </Notice>
  );
}

/** What is wrong with the answer: one of four grounds, and the submitter's words. */
export function DisputeForm({ by, refused }: { own: OwnCase; by: string; refused: Unopened | undefined }) {
  const { t } = useTranslation("dispute");
  const { t: furniture } = useTranslation("furniture");
  const { errorOf } = useFieldWords();
  const { errors, values } = formOf("dispute", refused);
  return (
    <section id="dispute" className="no-print">
      <Disclosure summary={t("title")} open={refused?.act === "dispute"}>
        <p>{t("text", { date: dateWords(by, "long", furniture) })}</p>
        <ActForm act="dispute">
          <RadioGroup
            name="ground"
            label={t("ground")}
            error={errorOf(errors, "ground")}
            options={disputeGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
            value={values.ground}
          />
          <TextArea
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            error={errorOf(errors, "reason")}
            defaultValue={values.reason}
            rows={5}
          />
          <Button icon="send">{t("send")}</Button>
        </ActForm>
      </Disclosure>
    </section>
  );
}

/** Saying that the case was joined with one about another matter. */
export function ObjectForm({ refused }: { refused: Unopened | undefined }) {
  const { t } = useTranslation("dispute");
  const { errorOf } = useFieldWords();
  const { errors, values } = formOf("object", refused);
  return (
    <section id="object" className="no-print">
      <Disclosure summary={t("object.title")} open={refused?.act === "object"}>
        <p>{t("object.text")}</p>
        <ActForm act="object">
          <TextArea
            name="objection"
            label={t("object.reason")}
            error={errorOf(errors, "objection")}
            defaultValue={values.objection}
            rows={4}
          />
          <Button icon="send">{t("object.send")}</Button>
        </ActForm>
      </Disclosure>
    </section>
  );
}

/** The parts of a split letter, or the letter of which this is a part: the same secret opens them. */
export function CaseParts({ own }: { own: OwnCase }) {
  const { t } = useTranslation("dispute");
  const { parentCode, parts } = own;
  if (parentCode)
    return (
      <section>
        <p>{t("parts.of", { code: parentCode })}</p>
        <OpenPart code={parentCode} words={t("parts.back", { code: parentCode })} />
      </section>
    );
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{t("parts.title")}</h2>
      <p>{t("parts.text")}</p>
      {parts.map((part) => (
        <Box key={part.code}>
          <p className="cluster">
            <CodeText>{part.code}</CodeText>
            <StatusBadge status={part.status} />
          </p>
          <p lang={part.lang}>{part.title}</p>
          <OpenPart code={part.code} words={t("parts.open", { code: part.code })} />
        </Box>
      ))}
    </section>
  );
}

function OpenPart({ code, words }: { code: string; words: string }) {
  const { i18n } = useTranslation("dispute");
  return (
    <form className="no-print" method="post" action={`/${i18n.language}/track`}>
      <input type="hidden" name="part" value={code} />
      <Button variant="secondary" name="act" value="part">
        {words}
      </Button>
    </form>
  );
}
