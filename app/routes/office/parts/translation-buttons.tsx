import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { TextArea } from "../../../components/field.tsx";
import type { FieldErrors } from "../../../domain/refusal.ts";
import type { TranslationPage } from "../../../http/translation-page.ts";
import { errorWords } from "./segment-row.tsx";

/**
 * What can be done with the page: keep drafts, approve or send back what is
 * ticked, let a machine draft the rest. Nobody is offered to approve their own.
 */
export function TranslationButtons({
  page,
  values,
  errors,
}: {
  page: TranslationPage;
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { t } = useTranslation(["translating", "office"]);
  const { toTranslate } = page.progress;
  const waiting = page.parts.flatMap(({ segments }) => segments).filter(({ state }) => state === "draft");
  const ofOthers = waiting.filter(({ own }) => !own).length;
  const reason = errors["reason"];
  return (
    <>
      <p className="cluster">
        <Button name="_act" value="translate">
          {t("office:button.translate")}
        </Button>
        {page.machine && toTranslate > 0 && (
          <Button variant="secondary" name="_act" value="machine">
            {t("machine.draft", { count: toTranslate })}
          </Button>
        )}
      </p>
      {ofOthers > 0 && (
        <section aria-labelledby="approving" id="pick" tabIndex={-1}>
          <h2 id="approving">{t("approving")}</h2>
          <p className="muted">{t("office:hint.approve-translation")}</p>
          <p className="cluster">
            <Button name="_act" value="approve-translation">
              {t("approvePicked")}
            </Button>
            {ofOthers === waiting.length && (
              <Button variant="secondary" name="_act" value="approve-all">
                {t("approveAll", { count: ofOthers })}
              </Button>
            )}
          </p>
          <TextArea
            name="reason"
            label={t("reason")}
            rows={2}
            optional
            error={reason ? errorWords(reason, "reason", t) : undefined}
            defaultValue={values["reason"]}
          />
          <Button variant="secondary" name="_act" value="return-translation">
            {t("returnPicked")}
          </Button>
        </section>
      )}
    </>
  );
}
