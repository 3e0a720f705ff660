import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../../components/choice-field.tsx";
import type { FormError } from "../../../components/error-summary.tsx";
import { TextArea } from "../../../components/field.tsx";
import type { FieldErrors } from "../../../domain/refusal.ts";
import type { TranslationWarning } from "../../../domain/translation-check.ts";
import type { SegmentView } from "../../../http/translation-page.ts";

type Words = TFunction<["translating", "office"]>;

/** The errors of the page's form in words. */
export function segmentErrors(errors: FieldErrors, t: Words): FormError[] {
  return Object.entries(errors).map(([name, rule]) => ({ name, id: idOf(name), message: errorWords(rule, name, t) }));
}

export function errorWords(rule: string, name: string, t: Words): string {
  const field = name.replace(/\..*$/u, "");
  return t([`translating:error.${field}.${rule}`, `translating:error.${rule}`, "translating:error.wrong"]);
}

function warningWords(warning: TranslationWarning, t: Words): string {
  switch (warning.kind) {
    case "term":
      return t("warning.term", { source: warning.source, expected: warning.expected.join(" / ") });
    case "fact":
      return t("warning.fact", { source: warning.source });
    case "masks":
      return t("warning.masks");
    case "personal":
      return t("warning.personal", { words: warning.words });
  }
}

export function idOf(name: string): string {
  return name.replaceAll(".", "-");
}

/** One sentence and its translation side by side, with what is said against it. */
export function SegmentRow({
  segment,
  warnings,
  values,
  errors,
}: {
  segment: SegmentView;
  /** What the translation that stands in the field seems to have left out. */
  warnings: readonly TranslationWarning[];
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { t } = useTranslation(["translating", "office"]);
  const { id, lang, into, state, stale } = segment;
  const name = `segments.${id}`;
  const rule = errors[name];
  const asks = rule?.startsWith("translation-") ?? false;
  const by = segment.translator && t(segment.own ? "byYou" : "by", { name: segment.translator });
  const state1 = stale && state === "none" ? "stale" : state;
  return (
    <li className="segment">
      <div className="segment__source">
        <p className="cluster">
          <span className={`badge badge--${state1 === "approved" ? "fine" : "info"}`}>{t(`state.${state1}`)}</span>
          {segment.machine && <span className="badge">{t("machine.label")}</span>}
          {by && <span className="muted small">{by}</span>}
          {segment.approver && <span className="muted small">{t("approvedBy", { name: segment.approver })}</span>}
        </p>
        <p lang={lang} className="written">
          {segment.source.map(({ text, wording }, index) =>
            wording === null ? (
              text
            ) : (
              <span key={index}>
                <mark>{text}</mark>{" "}
                <span className="segment__term" lang={into}>
                  [{wording}]
                </span>
              </span>
            ),
          )}
        </p>
        {segment.approved && (
          <p className="small">
            {t("publicReads")} <span lang={into}>{segment.approved}</span>
          </p>
        )}
      </div>
      <div>
        {segment.returnReason && (
          <p className="strong">
            {t("returned")} {segment.returnReason}
          </p>
        )}
        <TextArea
          name={name}
          id={idOf(name)}
          label={t(`into.${into}`)}
          lang={into}
          rows={3}
          error={rule ? errorWords(rule, name, t) : undefined}
          defaultValue={values[name] ?? segment.text}
        />
        {warnings.length > 0 && (
          <ul className="small">
            {warnings.map((warning, index) => (
              <li key={index}>{warningWords(warning, t)}</li>
            ))}
          </ul>
        )}
        {asks && (
          <Checkbox
            name={`confirmed.${id}`}
            id={`confirmed-${id}`}
            label={t("confirm")}
            checked={values[`confirmed.${id}`] === "yes"}
          />
        )}
        {state === "draft" &&
          (segment.own ? (
            <p className="small muted">{t("ownWaits")}</p>
          ) : (
            <Checkbox
              name={`pick.${id}`}
              id={`pick-${id}`}
              label={t("pick")}
              checked={values[`pick.${id}`] === "yes"}
            />
          ))}
      </div>
    </li>
  );
}
