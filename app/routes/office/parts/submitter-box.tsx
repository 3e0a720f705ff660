import { useTranslation } from "react-i18next";
import type { ReporterIdentity } from "../../../../db/reporters.ts";
import { Disclosure } from "../../../components/disclosure.tsx";
import { Dl } from "../../../components/dl.tsx";
import { TextField } from "../../../components/field.tsx";
import { Notice } from "../../../components/notice.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { useFormWords } from "./form-words.ts";

/** Who sent the case: masked, and opened for a written reason in the one answer to that request. */
export function SubmitterBox({
  page,
  state,
  identity,
  revealed,
}: ActProps & { identity: ReporterIdentity | null; revealed: boolean }) {
  const { t } = useTranslation(["office", "domain"]);
  const { field } = useFormWords("reveal", state);
  return (
    <section aria-labelledby="submitter">
      <h2 id="submitter">{t("submitter.title")}</h2>
      <Dl
        look="tight"
        pairs={[
          { label: t("submitter.type"), value: t(`domain:reporterType.${page.reporterType}`) },
          ...(page.reporterType !== "anonymous" && !revealed ? [{ label: t("submitter.name"), value: "••••••" }] : []),
          { label: t("submitter.name"), value: identity?.name },
          { label: t("submitter.email"), value: identity?.email },
          { label: t("submitter.phone"), value: identity?.phone },
          { label: t("submitter.taxCode"), value: identity?.taxCode },
        ]}
      />
      {revealed && <Notice tone="warning">{t("submitter.shown")}</Notice>}
      {page.acts.includes("reveal") && !revealed && (
        <div className="moves">
          <Disclosure id="act-reveal" summary={t("act.reveal")} open={state?.form === "reveal"}>
            <p className="muted">{t("hint.reveal")}</p>
            <ActForm act="reveal" page={page} look="secondary">
              <TextField {...field("reason")} />
            </ActForm>
          </Disclosure>
        </div>
      )}
    </section>
  );
}
