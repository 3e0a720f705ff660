import { useTranslation } from "react-i18next";
import { DeskBars } from "../../../components/desk-bars.tsx";
import { Dl } from "../../../components/dl.tsx";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** The promised dates with their legal basis, and the working days at each desk. */
export function Deadlines({ page }: { page: CasePage }) {
  const { t } = useTranslation(["office", "domain", "clocks"]);
  const { signed, units, unit } = page.extension;
  const extendedWords = t("clocks:extendedBy", { count: signed, days: t(`clocks:${unit}`, { count: units }) });
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t("deadlines.title")}</h2>
      <Dl
        look="stacked"
        pairs={[
          { label: t("deadlines.received"), value: <Time value={page.receivedAt} format="time" /> },
          { label: t("deadlines.due"), value: <Time value={page.dueOn} format="long" /> },
          {
            label: t("deadlines.promised"),
            value: page.promisedOn !== page.dueOn && <Time value={page.promisedOn} format="long" />,
          },
          { label: t("clocks:extended"), value: page.extension.signed > 0 && extendedWords },
          {
            label: t("clocks:questions"),
            value: page.questions.asked > 0 && t("clocks:questionsOf", { ...page.questions }),
          },
          { label: t("deadlines.basis"), value: page.basis },
        ]}
      />
      {page.desks.length > 0 && (
        <DeskBars
          allowed={page.allowed}
          total={page.total}
          desks={page.desks.map((stay) => ({
            ...stay,
            agency: stay.submitter ? t("domain:desk.submitter") : stay.agency,
          }))}
        />
      )}
    </section>
  );
}
