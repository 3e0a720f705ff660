import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/standard-answers";
import { findAgency } from "../../../db/agencies.ts";
import { listStandard, listTallies } from "../../../db/standard-answers.ts";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SelectField } from "../../components/field.tsx";
import { localDate } from "../../domain/calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { SMALLEST_BASE, standardShare } from "../../domain/standard-share.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";

const MONTHS = 12;
const PER_PAGE = 50;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "see-standard-answers")) throw notFound();
  const lang = context.get(langContext);
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) => (lang === "vi" ? nameVi : nameEn);
  const months = monthsBefore(localDate(clock()));
  const month = months.find((known) => known === url.searchParams.get("month")) ?? months[0] ?? "";
  const asked = Number(url.searchParams.get("agency"));
  const agency = Number.isSafeInteger(asked) && asked > 0 ? await findAgency(store.read, asked) : null;
  const before = Number(url.searchParams.get("before")) || null;
  const list = agency
    ? await listStandard(store.read, actor, { agencyId: agency.id, month }, before, PER_PAGE + 1)
    : [];
  return {
    months,
    month,
    tallies: (await listTallies(store.read, month)).map((row) => ({
      agencyId: row.agencyId,
      name: nameOf(row),
      answers: row.answers,
      standard: row.standard,
      ...standardShare(row.answers, row.standard),
    })),
    agency: agency && { id: agency.id, name: nameOf(agency) },
    cases: list.slice(0, PER_PAGE),
    more: list.length > PER_PAGE ? (list[PER_PAGE - 1]?.answerId ?? null) : null,
  };
}

/** This month and those before it, the newest first. */
function monthsBefore(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

type Row = Route.ComponentProps["loaderData"]["tallies"][number];

export default function StandardAnswers({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("templates");
  const { months, month, tallies, agency, cases, more } = loaderData;
  const monthWords = (one: string) => one.split("-").reverse().join("/");
  return (
    <>
      <PageTitle>{t("standard.title")}</PageTitle>
      <h1>{t("standard.title")}</h1>
      <p className="muted">{t("standard.intro", { base: SMALLEST_BASE })}</p>
      <form method="get" className="cluster">
        <SelectField
          name="month"
          id="month"
          label={t("standard.month")}
          defaultValue={month}
          empty={null}
          width="short"
          options={months.map((one) => ({ value: one, label: monthWords(one) }))}
        />
        <Button variant="secondary">{t("standard.show")}</Button>
      </form>
      {tallies.length === 0 ? (
        <EmptyState title={t("standard.empty")} />
      ) : (
        <DataTable
          dense
          label={t("standard.title")}
          rows={tallies}
          rowKey={(row) => String(row.agencyId)}
          columns={[
            {
              key: "agency",
              header: t("standard.agency"),
              rowHeader: true,
              cell: (row: Row) => (
                <Link to={`/office/standard-answers?month=${month}&agency=${row.agencyId}`}>{row.name}</Link>
              ),
            },
            { key: "answers", header: t("standard.answers"), align: "end", cell: (row) => row.answers },
            { key: "standard", header: t("standard.standard"), align: "end", cell: (row) => row.standard },
            {
              key: "share",
              header: t("standard.share"),
              align: "end",
              cell: (row) => (
                <>
                  {t("figures.percent", { value: row.share })}
                  {row.often && <strong> · {t("standard.often")}</strong>}
                </>
              ),
            },
          ]}
        />
      )}
      {agency && (
        <section aria-labelledby="standard-cases">
          <h2 id="standard-cases">{t("standard.list", { agency: agency.name })}</h2>
          <ul>
            {cases.map(({ answerId, code, title, lang, templateId }) => (
              <li key={answerId}>
                <a href={`/office/cases/${code}`}>
                  {code} <span lang={lang}>{title}</span>
                </a>{" "}
                · {t(templateId === null ? "standard.byAnswer" : "standard.byTemplate")}
              </li>
            ))}
          </ul>
          {more && (
            <Link to={`/office/standard-answers?month=${month}&agency=${agency.id}&before=${more}`}>
              {t("standard.more")}
            </Link>
          )}
        </section>
      )}
    </>
  );
}
