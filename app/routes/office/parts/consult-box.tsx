import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { Icon } from "../../../components/icon.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Time } from "../../../components/time.tsx";
import type { ConsultOnPage } from "../../../http/answering-page.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { AgencyField } from "./agency-field.tsx";
import { useFormWords } from "./form-words.ts";

/** What other agencies are asked, with dates of their own, and whose silence eats the term. */
export function ConsultBox({ page, state }: ActProps) {
  const { t } = useTranslation(["office", "answering"]);
  const { field } = useFormWords("consult", state);
  const { consults, askable, proposedDay } = page.answering;
  const asks = page.acts.includes("consult");
  if (consults.length === 0 && !asks) return null;
  return (
    <section aria-labelledby="consults">
      <h2 id="consults">{t("answering:consult.title")}</h2>
      {consults.length > 0 && (
        <ul className="consults">
          {consults.map((consult) => (
            <li key={consult.id}>
              <Consult page={page} state={state} consult={consult} />
            </li>
          ))}
        </ul>
      )}
      {asks && (
        <div className="moves">
          <Disclosure id="act-consult" summary={t("act.consult")} open={state?.form === "consult"}>
            <p className="muted">{t("answering:consult.hint")}</p>
            <ActForm act="consult" page={page} state={state}>
              <AgencyField
                {...field("agencyId")}
                typed={state?.form === "consult" ? state.values : {}}
                groups={askable}
              />
              <TextArea {...field("question")} rows={4} lang="vi" />
              <TextField {...field("dueOn", proposedDay)} type="date" width="short" />
            </ActForm>
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function Consult({ page, state, consult }: ActProps & { consult: ConsultOnPage }) {
  const { t } = useTranslation(["office", "answering"]);
  const { id, agency, askedBy, question, askedAt, dueOn, late, silent, answer, answeredAt, mine } = consult;
  const open = consult.state === "open";
  const { field } = useFormWords("answer-consult", state);
  return (
    <article className={late ? "consult consult--late" : "consult"}>
      <h3>{mine ? t("answering:consult.from", { agency: askedBy }) : agency}</h3>
      <p className="card__meta">
        <span>
          {t("answering:consult.asked")} <Time value={askedAt} />
        </span>
        {open && (
          <span>
            {t("answering:consult.due")} <Time value={dueOn} />
          </span>
        )}
        {answeredAt && (
          <span>
            {t("answering:consult.answered")} <Time value={answeredAt} />
          </span>
        )}
      </p>
      {consult.state !== "withdrawn" && (
        <p className={late ? "strong" : "muted"}>
          {late && <Icon name="alert" />} {t(silentKey(open, late), { count: silent })}
        </p>
      )}
      {consult.state === "withdrawn" && <p className="muted">{t("answering:consult.withdrawn")}</p>}
      <LangText text={question} lang="vi" />
      {answer && (
        <blockquote className="quote">
          <LangText text={answer} lang="vi" />
        </blockquote>
      )}
      {open && mine && page.acts.includes("answer-consult") && (
        <ActForm act="answer-consult" page={page} state={state}>
          <input type="hidden" name="consultId" value={id} />
          <TextArea {...field("answer")} rows={6} lang="vi" />
        </ActForm>
      )}
      {open && page.acts.includes("withdraw-consult") && (
        <form method="post" noValidate>
          <input type="hidden" name="_act" value="withdraw-consult" />
          <input type="hidden" name="version" value={page.version} />
          <input type="hidden" name="consultId" value={id} />
          <Button variant="quiet">
            {t("button.withdraw-consult")}
            <span className="visually-hidden"> {agency}</span>
          </Button>
        </form>
      )}
    </article>
  );
}

function silentKey(open: boolean, late: boolean) {
  if (!open) return "answering:consult.took" as const;
  return late ? ("answering:consult.silentLate" as const) : ("answering:consult.silent" as const);
}
