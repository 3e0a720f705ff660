import { useTranslation } from "react-i18next";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { LangText } from "../../components/lang-text.tsx";
import { PointList } from "../../components/point-list.tsx";
import { type Outcome, outcomeFields } from "../../domain/outcome.ts";
import type { Piece } from "../../domain/segment-state.ts";
import { isTranslatable } from "../../domain/segments.ts";
import { OutcomeDetails } from "./case-parts.tsx";
import type { OwnCase } from "./case-model.ts";

/**
 * The answer as its submitter reads it: in their language as far as a translation
 * is approved and published; what is not stands in its own language and says so.
 */
export function OwnAnswer({ own, answer }: { own: OwnCase; answer: NonNullable<OwnCase["answer"]> }) {
  const { t, i18n } = useTranslation(["public", "dispute", "translation"]);
  const { t: furniture } = useTranslation("furniture");
  const lang = i18n.language;
  const translation = own.translation?.lang === lang ? own.translation : null;
  const foreign = answer.lang !== lang;
  return (
    <>
      {translation?.body && <p className="muted">{t(`dispute:translated.${translation.lang}`)}</p>}
      {foreign && !translation?.body && (
        <p className="untranslated">
          {t("translation:whole.untranslated", { language: t(`languageIn.${answer.lang}`) })}
        </p>
      )}
      <p className="muted">
        {own.agency}, {dateWords(answer.approvedAt, "long", furniture)}
      </p>
      {translation?.body ? (
        <>
          <LangText text={translation.body} lang={translation.lang} />
          {/* The points are told in the translation too. */}
          <Disclosure summary={t(`dispute:original.${answer.lang}`)}>
            <div lang={answer.lang}>
              <LangText text={answer.body} lang={answer.lang} />
            </div>
            <PointList points={answer.points} />
          </Disclosure>
        </>
      ) : (
        <LangText text={answer.body} lang={answer.lang} />
      )}
      <OutcomeDetails
        outcome={answer.outcome}
        lang={foreign ? lang : answer.lang}
        texts={foreign ? { ...marked(answer.outcome, answer.lang), ...translation?.outcome } : {}}
      />
      {!translation?.body && <PointList points={answer.points} />}
    </>
  );
}

/** The fields of an outcome that hold words, each marked as not translated. */
function marked(outcome: Outcome, lang: Piece["lang"]): Record<string, readonly Piece[]> {
  const values: Record<string, unknown> = { ...outcome };
  return Object.fromEntries(
    outcomeFields[outcome.kind].flatMap((field): [string, readonly Piece[]][] => {
      const text = values[field];
      if (typeof text !== "string" || !isTranslatable(text)) return [];
      return [[field, [{ text, gap: "", lang, mark: "untranslated", machine: false }]]];
    }),
  );
}
