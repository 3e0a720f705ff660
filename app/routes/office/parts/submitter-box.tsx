import { useTranslation } from "react-i18next";
import type { ReporterIdentity } from "../../../../db/reporters.ts";
import { dateWords } from "../../../components/date-words.ts";
import { Dl } from "../../../components/dl.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { Notice } from "../../../components/notice.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { Folded } from "./folded.tsx";
import { useFormWords } from "./form-words.ts";

/**
 * Who sent the case: masked, and opened for a written reason in the one answer
 * to that request. A hidden sender is asked for at the custodian's first.
 */
export function SubmitterBox({
  page,
  state,
  identity,
  revealed,
}: ActProps & { identity: ReporterIdentity | null; revealed: boolean }) {
  const { t } = useTranslation(["office", "domain"]);
  const { t: furniture } = useTranslation("furniture");
  const { field } = useFormWords("reveal", state);
  const { field: asking } = useFormWords("request-identity", state);
  const { identityRequest: request } = page;
  const named = page.reporterType !== "anonymous" && !page.identityErased;
  return (
    <section aria-labelledby="submitter">
      <h2 id="submitter">{t("submitter.title")}</h2>
      <Dl
        look="tight"
        pairs={[
          { label: t("submitter.type"), value: t(`domain:reporterType.${page.reporterType}`) },
          ...(named && !revealed ? [{ label: t("submitter.name"), value: "••••••" }] : []),
          { label: t("submitter.name"), value: identity?.name },
          { label: t("submitter.email"), value: identity?.email },
          { label: t("submitter.phone"), value: identity?.phone },
          { label: t("submitter.taxCode"), value: identity?.taxCode },
          ...(identity?.coAuthors ?? []).map(({ name, share, state: given }) => ({
            label: t("submitter.coAuthor"),
            value: t(`submitter.coAuthors.${given}`, { name, share }),
          })),
        ]}
      />
      {page.identityErased && <p>{t("submitter.erased")}</p>}
      {named && page.identityHidden && <p>{t("submitter.hidden")}</p>}
      {named && request && request.state !== "over" && (
        <p>
          {t(`submitter.request.${request.state}`, {
            until: request.until ? dateWords(request.until, "time", furniture) : "",
          })}
        </p>
      )}
      {page.acts.includes("request-identity") && (
        <div className="moves">
          <Folded
            id="act-request-identity"
            summary={t("act.request-identity")}
            open={state?.form === "request-identity"}
          >
            <p className="muted">{t("hint.request-identity")}</p>
            <ActForm act="request-identity" page={page} look="secondary">
              <TextArea {...asking("reason")} rows={4} />
            </ActForm>
          </Folded>
        </div>
      )}
      {revealed && <Notice tone="warning">{t("submitter.shown")}</Notice>}
      {page.acts.includes("reveal") && !revealed && (
        <div className="moves">
          <Folded id="act-reveal" summary={t("act.reveal")} open={state?.form === "reveal"}>
            <p className="muted">{t("hint.reveal")}</p>
            <ActForm act="reveal" page={page} look="secondary">
              <TextField {...field("reason")} />
            </ActForm>
          </Folded>
        </div>
      )}
    </section>
  );
}
