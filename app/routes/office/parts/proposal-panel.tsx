import { useTranslation } from "react-i18next";
import { RadioGroup } from "../../../components/choice-field.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { Disclosure } from "../../../components/disclosure.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Time } from "../../../components/time.tsx";
import type { MarkedStretch, PublishingPart } from "../../../http/publishing-page.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { Changes, ComparedWith } from "./proposal-changes.tsx";
import { useFormWords } from "./form-words.ts";
import { isDay } from "./outcome-list.tsx";

type PanelProps = ActProps & { part: PublishingPart };

/** What waits for a second editor, with everything that was judged in it, and the decision on it. */
export function ProposalPanel({ page, part, state }: PanelProps) {
  const { t } = useTranslation(["publishing", "office"]);
  const { t: furniture } = useTranslation("furniture");
  const propose = useFormWords("propose-publication");
  const publish = useFormWords("publish", state);
  const back = useFormWords("return-publication", state);
  const { waiting, returned } = part;
  if (!waiting) {
    if (!returned) return null;
    const words = { name: returned.by, reason: returned.reason, interpolation: { escapeValue: false } };
    return (
      <Notice tone="warning" title={t("returned.title")}>
        {t("returned.text", words)}
      </Notice>
    );
  }
  const plain = { interpolation: { escapeValue: false } };
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{t("review.title")}</h2>
      <p className="muted">
        {t("review.by", { name: waiting.by, date: dateWords(waiting.at, "time", furniture), ...plain })}
      </p>
      {waiting.scheduledOn && (
        <p>{t("review.scheduled", { date: dateWords(waiting.scheduledOn, "long", furniture) })}</p>
      )}
      {waiting.own && !waiting.scheduledOn && <p>{t("review.own")}</p>}
      <ComparedWith earlier={waiting.earlier} />
      {waiting.texts.map(({ field, lang, parts, changes }) => (
        <div key={field}>
          <h3>{propose.field(field).label}</h3>
          <p lang={lang} className="proposed-text">
            {parts.map((stretch, place) =>
              isDay(field.replace(/^.*\./, ""), stretch.text) ? (
                <Time key={`${place}`} value={stretch.text} />
              ) : (
                <Stretch key={`${place}`} part={stretch} />
              ),
            )}
          </p>
          <Changes changes={changes} lang={lang} />
        </div>
      ))}
      {waiting.dropped.map((changes) => (
        <div key={changes.field}>
          <h3>{propose.field(changes.field).label}</h3>
          <Changes changes={changes} lang={/^[a-z]+En/.test(changes.field) ? "en" : "vi"} />
        </div>
      ))}
      <h3>{t("review.verdicts")}</h3>
      {waiting.verdicts.length === 0 ? (
        <p>{t("review.none")}</p>
      ) : (
        <ul>
          {waiting.verdicts.map(({ id, field, words, kind, verdict, reason, note }) => (
            <li key={id}>
              {propose.field(field).label}:{" "}
              {t("found.question", { words, kind: t(`office:personal.${kind}`), ...plain })},{" "}
              {verdict === "masked"
                ? t("review.maskedOne", { reason: t(`reason.${reason ?? "other"}`) })
                : t("review.harmlessOne")}
              {note && `. ${t("review.note", { note, ...plain })}`}
            </li>
          ))}
        </ul>
      )}
      {page.acts.includes("publish") && (
        <ActForm act="publish" page={page} state={state}>
          <TextField {...publish.field("publishAfter")} type="date" width="short" optional />
        </ActForm>
      )}
      {page.acts.includes("return-publication") && (
        <Disclosure
          id="act-return-publication"
          summary={t("office:act.return-publication")}
          open={state?.form === "return-publication"}
        >
          <p className="muted">{t("office:hint.return-publication")}</p>
          <ActForm act="return-publication" page={page} state={state} look="secondary">
            <TextArea {...back.field("reason")} rows={3} />
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}

function Stretch({ part }: { part: MarkedStretch }) {
  const { t } = useTranslation("publishing");
  if (!part.mark) return part.text;
  const { verdict, reason } = part.mark;
  return verdict === "masked" ? (
    <del>
      {part.text}
      <span className="visually-hidden"> ({t("masked", { reason: t(`reason.${reason ?? "other"}`) })}) </span>
    </del>
  ) : (
    <mark>{part.text}</mark>
  );
}

/** The author's objections to what is masked, each with its decision. */
export function ObjectionBox({ page, part, state }: PanelProps) {
  const { t } = useTranslation("publishing");
  const { field } = useFormWords("decide-mask", state);
  if (part.objections.length === 0) return null;
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{t("objection.title")}</h2>
      {part.objections.map(({ id, words, reason, text, lang }) => {
        const shown = { words, reason: t(`reason.${reason}`), interpolation: { escapeValue: false } };
        const own = (name: string) => ({ ...field(name), id: `objection-${id}-${name}` });
        return (
          <div key={id} className="column">
            <p>{t("objection.words", shown)}</p>
            <LangText text={text} lang={lang} />
            <ActForm act="decide-mask" page={page} state={state}>
              <input type="hidden" name="objectionId" value={id} />
              <RadioGroup
                {...own("decision")}
                value={state?.form === "decide-mask" ? state.values.decision : undefined}
                options={[
                  { value: "keep", label: t("objection.keep") },
                  { value: "lift", label: t("objection.lift") },
                ]}
              />
              <TextArea {...own("reason")} rows={3} />
            </ActForm>
          </div>
        );
      })}
    </section>
  );
}
