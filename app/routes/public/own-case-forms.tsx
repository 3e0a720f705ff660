import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Checkbox, RadioGroup } from "../../components/choice-field.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextArea } from "../../components/field.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { Box } from "../../components/panel.tsx";
import { lastDay } from "../../domain/deadlines.ts";
import { complaintReasons, praiseReasons, type RatingReason } from "../../domain/rating.ts";
import type { OwnCase } from "./case-model.ts";
import { useFieldWords } from "../../components/field-words.ts";
import type { TrackingAct, Unopened } from "./tracking.ts";

interface OwnForm {
  own: OwnCase;
  refused: Unopened | undefined;
}

/** The open question, and the reply to it. */
export function ReplyForm({ own, refused, files }: OwnForm & { files: ReactNode }) {
  const { t } = useTranslation("public");
  const { t: furniture } = useTranslation("furniture");
  const { labelOf, errorOf } = useFieldWords();
  const { errors, values } = formOf("reply", refused);
  const by = own.waitUntil ? dateWords(lastDay(own.waitUntil), "long", furniture) : "";
  return (
    <section id="reply">
      <Box action>
        <h2>{t("track.questionTitle")}</h2>
        <LangText text={own.question ?? ""} lang="vi" />
        <p>{t("track.questionText", { date: by })}</p>
        <ActForm act="reply" brings="files">
          <TextArea
            name="reply"
            label={labelOf("reply")}
            error={errorOf(errors, "reply")}
            defaultValue={values.reply}
            rows={5}
          />
          {files}
          <Button icon="send">{t("track.reply")}</Button>
        </ActForm>
      </Box>
    </section>
  );
}

/** Four levels without a middle, solved or not, and a word if they want. */
export function RateForm({ refused }: OwnForm) {
  const { t } = useTranslation("public");
  const { t: domain } = useTranslation("domain");
  const { t: forms } = useTranslation("forms");
  const { labelOf, hintOf, errorOf } = useFieldWords();
  const { errors, values } = formOf("rate", refused);
  return (
    <section id="rate">
      <Box action>
        <h2>{t("track.rateTitle")}</h2>
        <p>{t("track.rateText")}</p>
        <ActForm act="rate">
          <RadioGroup
            name="level"
            label={labelOf("level")}
            error={errorOf(errors, "level")}
            options={["4", "3", "2", "1"].map((level) => ({ value: level, label: domain(`rating.${level}`) }))}
            value={values.level}
          />
          <RadioGroup
            name="solved"
            label={labelOf("solved")}
            error={errorOf(errors, "solved")}
            options={["yes", "no"].map((value) => ({ value, label: forms(`options.solved.${value}`) }))}
            value={values.solved}
          />
          <ReasonBoxes side="complaint" reasons={complaintReasons} values={values} />
          <ReasonBoxes side="praise" reasons={praiseReasons} values={values} />
          <TextArea
            name="comment"
            label={labelOf("comment")}
            hint={hintOf("comment")}
            error={errorOf(errors, "comment")}
            optional
            defaultValue={values.comment}
            rows={4}
          />
          <Button>{t("track.rate")}</Button>
        </ActForm>
      </Box>
    </section>
  );
}

/** What a rating of one side can rest on; those of the other side are left out when it is stored. */
function ReasonBoxes({
  side,
  reasons,
  values,
}: {
  side: "complaint" | "praise";
  reasons: readonly RatingReason[];
  values: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation("figures");
  return (
    <fieldset className="field">
      <legend className="field__label">{t(`rating.${side}`)}</legend>
      <div className="choices">
        {reasons.map((reason) => (
          <Checkbox
            key={reason}
            name={`reasons.${reason}`}
            label={t(`reason.${reason}`)}
            checked={values[`reasons.${reason}`] !== undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Taking the case back: behind a summary, since it cannot be undone. */
export function WithdrawForm({ refused }: OwnForm) {
  const { t } = useTranslation("public");
  const { labelOf, errorOf } = useFieldWords();
  const { errors, values } = formOf("withdraw", refused);
  return (
    <section className="no-print">
      <Disclosure summary={t("track.withdrawTitle")} open={refused?.act === "withdraw"}>
        <p>{t("track.withdrawText")}</p>
        <ActForm act="withdraw">
          <TextArea
            name="reason"
            label={labelOf("reason")}
            error={errorOf(errors, "reason")}
            optional
            defaultValue={values.reason}
            rows={3}
          />
          <Button variant="danger">{t("track.withdraw")}</Button>
        </ActForm>
      </Disclosure>
    </section>
  );
}

export function ActForm({ act, brings, children }: { act: TrackingAct; brings?: "files"; children: ReactNode }) {
  const { i18n } = useTranslation("public");
  return (
    <form
      method="post"
      action={`/${i18n.language}/track`}
      encType={brings ? "multipart/form-data" : undefined}
      noValidate
    >
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
}

export function formOf(act: TrackingAct, refused: Unopened | undefined): Pick<Unopened, "errors" | "values"> {
  return refused?.act === act ? refused : { errors: {}, values: {} };
}
