import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Dl } from "../../../components/dl.tsx";
import { TextArea, TextField } from "../../../components/field.tsx";
import { LangText } from "../../../components/lang-text.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Time } from "../../../components/time.tsx";
import type { AmendmentsPage } from "../../../http/register-pages.ts";
import { type FormState, useFormWords } from "./form-words.ts";

type Amendment = NonNullable<AmendmentsPage["opened"]>;

/** Records an amendment, or corrects one that was sent back. */
export function AmendmentForm({ amendment, state }: { amendment: Amendment | null; state: FormState | null }) {
  const { t } = useTranslation("register-office");
  const { field } = useFormWords("amendment", state);
  return (
    <form method="post" noValidate>
      {amendment && (
        <>
          <input type="hidden" name="id" value={amendment.id} />
          <input type="hidden" name="version" value={amendment.version} />
        </>
      )}
      <TextField {...field("document", amendment?.document)} lang="vi" autoComplete="off" />
      <TextField {...field("inForceOn", amendment?.inForceOn)} type="date" width="short" />
      <TextArea {...field("provisions", amendment?.provisions)} lang="vi" rows={4} />
      <TextArea {...field("whatVi", amendment?.whatVi)} lang="vi" rows={4} />
      <TextArea {...field("whatEn", amendment?.whatEn)} lang="en" rows={4} />
      <TextField {...field("gazetteUrl", amendment?.gazetteUrl)} type="url" autoComplete="off" />
      <Button>{t("amendments.send")}</Button>
    </form>
  );
}

/** One amendment with what the reader may do about it. */
export function OpenedAmendment({ amendment, state }: { amendment: Amendment; state: FormState | null }) {
  const { t } = useTranslation("register-office");
  const { field } = useFormWords("amendmentDecision", state);
  const { confirms, returns, withdraws, edits, waitsForOther } = amendment;
  const own = (
    <>
      <input type="hidden" name="id" value={amendment.id} />
      <input type="hidden" name="version" value={amendment.version} />
    </>
  );
  return (
    <>
      {waitsForOther && <Notice tone="info">{t("amendments.other")}</Notice>}
      <Dl
        pairs={[
          { label: t("amendments.stands"), value: t(`amendments.state.${amendment.state}`) },
          { label: t("amendments.reason"), value: amendment.reason },
          { label: t("amendments.inForce"), value: <Time value={amendment.inForceOn} /> },
          {
            label: t("amendments.places"),
            value: (
              <ul>
                {amendment.places.map((wording) => (
                  <li key={wording}>{wording}</li>
                ))}
              </ul>
            ),
          },
          {
            label: t("amendments.gazette"),
            value: (
              <a href={amendment.gazetteUrl} rel="noopener">
                {amendment.gazetteUrl}
              </a>
            ),
          },
          { label: t("amendments.recorded"), value: t("amendments.by", { name: amendment.by }) },
          { label: t("amendments.told"), value: t("amendments.cases", { count: amendment.cases }) },
        ]}
      />
      <h2>{t("amendments.what")}</h2>
      <LangText text={amendment.whatVi} lang="vi" />
      <LangText text={amendment.whatEn} lang="en" />
      <div className="column">
        {confirms && (
          <form method="post">
            {own}
            <Button name="decision" value="publish">
              {t("amendments.confirm")}
            </Button>
          </form>
        )}
        {(returns || withdraws) && (
          <form method="post" noValidate>
            {own}
            <TextField {...field("reason")} autoComplete="off" />
            <Button variant="secondary" name="decision" value={withdraws ? "withdraw" : "return"}>
              {t(withdraws ? "amendments.withdraw" : "amendments.return")}
            </Button>
          </form>
        )}
        {edits && (
          <>
            <h2>{t("amendments.edit")}</h2>
            <AmendmentForm amendment={amendment} state={state} />
          </>
        )}
      </div>
    </>
  );
}
