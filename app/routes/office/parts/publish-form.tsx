import { useTranslation } from "react-i18next";
import { Checkbox } from "../../../components/choice-field.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { PublishPrefill } from "../../../http/publish-prefill.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { type FormWords, useFormWords } from "./form-words.ts";

const long = ["whatChanged", "reasons", "promise"];
const dates = ["changedOn", "promisedOn"];
const sides = ["Vi", "En"] as const;

/** What the public will read, Vietnamese and English side by side. */
export function PublishForm({ page, prefill, state }: ActProps & { prefill: PublishPrefill }) {
  const { t } = useTranslation(["office", "domain"]);
  const { field, errors, values } = useFormWords("publish", state);
  const named = Object.values(state?.form === "publish" ? state.errors : {}).some((rule) =>
    rule.startsWith("personal-"),
  );
  const { defaultValue: _none, ...confirm } = field("confirmNoNames");
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t(page.published ? "publish.again" : "publish.title")}</h2>
      <p>{t("publish.text")}</p>
      {prefill.masked.length > 0 && !page.published && (
        <Notice title={t("publish.masked")}>
          <ul>
            {prefill.masked.map(({ field: name, kind, count }) => (
              <li key={`${name} ${kind}`}>
                {t("publish.maskedItem", { field: field(name).label, what: t(`personal.${kind}`), count })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ActForm act="publish" page={page} state={state}>
        <Pair name="title" field={field} prefill={prefill} />
        <Pair name="question" field={field} prefill={prefill} rows={8} />
        {prefill.outcome && (
          <>
            <Pair name="answer" field={field} prefill={prefill} rows={10} />
            <h3>
              {t("publish.outcome")}: {t(`domain:outcome.${prefill.outcome}`)}
            </h3>
            {sides.map((side) => (
              <input key={side} type="hidden" name={`outcome${side}.kind`} value={prefill.outcome ?? ""} />
            ))}
            {page.outcomeFields[prefill.outcome].map((name) => (
              <OutcomePair key={name} name={name} field={field} prefill={prefill} />
            ))}
          </>
        )}
        {(named || values.confirmNoNames === "yes") && errors.length > 0 && (
          <Checkbox {...confirm} checked={values.confirmNoNames === "yes"} />
        )}
      </ActForm>
    </section>
  );
}

interface PairProps {
  readonly name: string;
  readonly field: FormWords["field"];
  readonly prefill: PublishPrefill;
}

function Pair({ name, field, prefill, rows }: PairProps & { rows?: number }) {
  return (
    <div className="halves">
      {sides.map((side) => {
        const words = field(name + side, prefill.texts[name + side]);
        const lang = side.toLowerCase();
        return rows ? (
          <TextArea key={side} {...words} rows={rows} lang={lang} />
        ) : (
          <TextField key={side} {...words} lang={lang} />
        );
      })}
    </div>
  );
}

function OutcomePair({ name, field, prefill }: PairProps) {
  return (
    <div className="halves">
      {sides.map((side) => {
        const key = `outcome${side}.${name}`;
        const words = field(key, prefill.texts[key]);
        const lang = side.toLowerCase();
        if (long.includes(name)) return <TextArea key={side} {...words} rows={4} lang={lang} />;
        return <TextField key={side} {...words} lang={lang} type={dates.includes(name) ? "date" : "text"} />;
      })}
    </div>
  );
}
