import { useTranslation } from "react-i18next";
import { dateWords } from "../../../components/date-words.ts";
import { Dl } from "../../../components/dl.tsx";
import { Notice } from "../../../components/notice.tsx";
import type { CaseAct } from "../../../domain/permissions.ts";
import type { RefusalCode } from "../../../domain/refusal.ts";
import type { CasePage } from "../../../http/case-page.ts";
import type { FormState } from "./form-words.ts";

/**
 * Why an act was not done. What was typed stays: in its form where the act is
 * still possible, else here, to be copied.
 */
export function RefusedAct({
  page,
  state,
  refusal,
}: {
  page: CasePage;
  state: FormState;
  refusal: RefusalCode | "unavailable";
}) {
  const { t } = useTranslation(["office", "domain"]);
  const { t: furniture } = useTranslation("furniture");
  const last = page.history.at(-1);
  const possible = page.acts.includes(state.form as CaseAct);
  const typed = Object.entries(state.values).filter(([name, value]) => value !== "" && name !== "agencyId");
  const time = last && dateWords(last.at, "time", furniture);
  const words = refusal === "stale" && !possible ? "wrong-state" : refusal;
  return (
    <Notice tone="warning" title={t(`refusal.${words}.title`)} live>
      <p>{t(`refusal.${words}.text`)}</p>
      {last && (refusal === "stale" || refusal === "wrong-state") && (
        <p>
          {t("refusal.last", {
            event: t(`domain:event.${last.type}`),
            by: last.person || t(`history.${last.by}`),
            time,
          })}
        </p>
      )}
      {!possible && typed.length > 0 && (
        <>
          <p>{t("refusal.typed")}</p>
          <Dl
            look="stacked"
            pairs={typed.map(([name, value]) => ({
              label: t([`fields.${state.form}.${name}.label`, `fields.any.${name.replace(/^.*\./, "")}.label`]),
              value,
            }))}
          />
        </>
      )}
    </Notice>
  );
}
