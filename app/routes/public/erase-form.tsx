import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { type MeRefused, useMeWords } from "./me-words.ts";

const facts = ["gone", "files", "text", "public", "later"] as const;

/** What erasing does, said before the button; asked once more with a plain choice. */
export function EraseForm({
  what,
  about,
  action,
  download,
  refused,
}: {
  what: "account" | "case";
  about: string;
  action: string;
  download: string;
  refused: MeRefused | undefined;
}) {
  const { t } = useTranslation("me");
  const { field, summary } = useMeWords(refused);
  const { defaultValue: _, ...sure } = field("erase", "sure");
  return (
    <>
      <ErrorSummary errors={summary} />
      {refused?.problem && (
        <Notice tone="warning" live>
          {t(`problem.${refused.problem}`)}
        </Notice>
      )}
      <h1>{t(`erase.${what}.title`)}</h1>
      <p className="lead">{t(`erase.${what}.lead`, { about })}</p>
      <ul className="column">
        {facts.map((fact) => (
          <li key={fact}>{t(`erase.fact.${fact}`)}</li>
        ))}
      </ul>
      <p>
        <a href={download}>{t("erase.download")}</a>
      </p>
      <form className="column" method="post" action={action} noValidate>
        <RadioGroup {...sure} options={[{ value: "yes", label: t(`erase.${what}.sure`) }]} />
        <Button variant="danger">{t(`erase.${what}.button`)}</Button>
      </form>
    </>
  );
}
