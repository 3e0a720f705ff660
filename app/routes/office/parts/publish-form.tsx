import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import type { PublishingPart, ReviewView } from "../../../http/publishing-page.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { type FormWords, useFormWords } from "./form-words.ts";
import { FoundList } from "./found-list.tsx";
import { MaskFields } from "./mask-fields.tsx";

const long = ["whatChanged", "reasons", "promise"];
const dates = ["changedOn", "promisedOn"];
const sides = ["Vi", "En"] as const;

type Side = (typeof sides)[number];
type ProposeProps = ActProps & {
  part: PublishingPart;
  /** What was found in the texts as they were typed; null while nothing was. */
  typed: ReviewView | null;
};

/** What the public will read: the original beside its translation, each finding judged under its text. */
export function ProposeForm({ page, part, state, typed }: ProposeProps) {
  const { t } = useTranslation(["publishing", "domain", "office"]);
  const words = useFormWords("propose-publication", state);
  const box = useRef<HTMLElement>(null);
  const { form } = part;
  if (!form) return null;
  const review = typed ?? form.review;
  const question = part.sides.question === "en" ? "En" : "Vi";
  const answer = part.sides.answer === "en" ? "En" : "Vi";
  const shared = { field: words.field, texts: form.texts, review };
  return (
    <section aria-labelledby="publish" ref={box}>
      <h2 id="publish">{t(page.published ? "again" : "propose")}</h2>
      <p>{t("about")}</p>
      <p className="muted">{t(page.published ? "optionalAgain" : "optional")}</p>
      <ActForm act="propose-publication" page={page} state={state}>
        {/* What a press of the Enter key does. */}
        <input type="submit" name="_check" value="1" hidden />
        <Pair name="title" original={question} {...shared} />
        <Pair name="question" original={question} rows={8} {...shared} />
        {form.outcome && (
          <>
            <Pair name="answer" original={answer} rows={10} {...shared} />
            <h3>
              {t("office:publish.outcome")}: {t(`domain:outcome.${form.outcome}`)}
            </h3>
            {sides.map((side) => (
              <input key={side} type="hidden" name={`outcome${side}.kind`} value={form.outcome ?? ""} />
            ))}
            {page.outcomeFields[form.outcome].map((name) => (
              <Pair key={name} name={name} outcome original={answer} {...shared} />
            ))}
          </>
        )}
        <MaskFields review={review} texts={form.texts} words={words} box={box} />
        <p className="cluster">
          <Button variant="quiet" name="_check" value="1">
            {t("check")}
          </Button>
        </p>
      </ActForm>
    </section>
  );
}

interface PairProps {
  readonly name: string;
  readonly original: Side;
  readonly field: FormWords["field"];
  readonly texts: Readonly<Record<string, string>>;
  readonly review: ReviewView;
  readonly rows?: number;
  /** A field of the outcome. */
  readonly outcome?: boolean;
}

function Pair({ name, original, field, texts, review, rows, outcome = false }: PairProps) {
  return (
    <div className="halves">
      {sides.map((side) => {
        const key = outcome ? `outcome${side}.${name}` : name + side;
        const common = { ...field(key, texts[key]), lang: side.toLowerCase(), optional: side !== original };
        const isLong = rows !== undefined || long.includes(name);
        return (
          <div key={side}>
            {isLong ? (
              <TextArea {...common} rows={rows ?? 4} />
            ) : (
              <TextField {...common} type={dates.includes(name) ? "date" : "text"} />
            )}
            <FoundList review={review} field={key} />
          </div>
        );
      })}
    </div>
  );
}
