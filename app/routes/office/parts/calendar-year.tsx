import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "../../../components/data-table.tsx";
import { Time } from "../../../components/time.tsx";
import type { CalendarPage } from "../calendar.tsx";

type Day = CalendarPage["days"][number];
type Version = CalendarPage["versions"][number];

/** The days of one year in one version of the calendar. */
export function CalendarYear({ page }: { page: CalendarPage }) {
  const { t } = useTranslation("clocks");
  const { version, current, year, years, days } = page;
  const title = `${year} · ${t("calendar.version", { version })}`;
  const address = (to: string) => `/office/calendar?year=${to}${version === current ? "" : `&version=${version}`}`;
  return (
    <section aria-labelledby="calendar-year">
      <h2 id="calendar-year">
        {title} {version === current && <span className="muted">({t("calendar.current")})</span>}
      </h2>
      <nav aria-label={t("calendar.year")} className="cluster">
        {years.map((one) => (
          <Link key={one} to={address(one)} aria-current={one === year ? "page" : undefined}>
            {one}
          </Link>
        ))}
        {version !== current && <Link to={`/office/calendar?year=${year}`}>{t("calendar.back")}</Link>}
      </nav>
      {days.length === 0 && <p>{t("calendar.none")}</p>}
      {days.length > 0 && <DaysTable label={title} days={days} />}
    </section>
  );
}

/** Days of the calendar, or changes of them. */
export function DaysTable({
  label,
  days,
  drop,
}: {
  label: string;
  days: readonly Day[];
  drop?: (day: Day) => React.ReactNode;
}) {
  const { t } = useTranslation("clocks");
  return (
    <DataTable
      dense
      label={label}
      rows={days}
      rowKey={(day) => day.date}
      columns={[
        {
          key: "date",
          header: t("calendar.date"),
          rowHeader: true,
          cell: (day: Day) => <Time value={day.date} format="long" />,
        },
        { key: "kind", header: t("calendar.kind"), nowrap: true, cell: (day) => t(`calendar.${day.kind}`) },
        {
          key: "name",
          header: t("calendar.name"),
          cell: (day) => (
            <>
              {day.name}
              {day.name && <br />}
              <span className="small muted">{day.basis}</span>
            </>
          ),
        },
        ...(drop
          ? [{ key: "drop", header: <span className="visually-hidden">{t("calendar.drop")}</span>, cell: drop }]
          : []),
      ]}
    />
  );
}

/** Every version that was ever in force, with who made it, when and why. */
export function CalendarVersions({ page }: { page: CalendarPage }) {
  const { t } = useTranslation("clocks");
  return (
    <section>
      <h2>{t("calendar.history")}</h2>
      <DataTable
        dense
        label={t("calendar.history")}
        rows={page.versions}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            key: "version",
            header: t("calendar.version", { version: "" }).trim(),
            rowHeader: true,
            cell: (row: Version) => (
              <Link to={`/office/calendar?version=${row.number}&year=${page.year}`}>
                {t("calendar.version", { version: row.number })}
              </Link>
            ),
          },
          {
            key: "made",
            header: t("calendar.made"),
            cell: (row) => row.madeAt && <Time value={row.madeAt} format="time" />,
          },
          {
            key: "by",
            header: t("calendar.by"),
            cell: (row) => [row.madeBy, t(`calendar.${row.source}`)].filter(Boolean).join(" · "),
          },
          { key: "why", header: t("calendar.why"), cell: (row) => row.reason },
        ]}
      />
    </section>
  );
}
