import { useTranslation } from "react-i18next";
import { CheckboxGroup } from "../../../components/choice-field.tsx";
import { TextArea } from "../../../components/field.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { Folded } from "./folded.tsx";
import { useFormWords } from "./form-words.ts";

/** Marks what the question asks: its sentences to tick, and lines of one's own. */
export function PointsBox({ page, state }: ActProps) {
  const { t } = useTranslation(["office", "answering"]);
  const { field } = useFormWords("mark-points", state);
  if (!page.acts.includes("mark-points")) return null;
  const { points, sentences } = page.answering;
  const marked = points.map(({ text }) => text);
  // Its sentences in their order, then what was written in other words.
  const offered = [...sentences, ...marked.filter((text) => !sentences.includes(text))];
  const { defaultValue: _none, ...group } = field("points");
  return (
    <Folded
      id="act-mark-points"
      summary={t("answering:points.mark", { count: points.length })}
      open={state?.form === "mark-points"}
    >
      <p className="muted">{t("answering:points.markHint")}</p>
      <ActForm act="mark-points" page={page} state={state} look="secondary">
        <CheckboxGroup
          {...group}
          values={marked}
          options={offered.map((text) => ({ value: text, label: text, lang: page.lang }))}
        />
        <TextArea {...field("own")} rows={3} optional lang={page.lang} />
      </ActForm>
    </Folded>
  );
}
