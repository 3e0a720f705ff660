import { useTranslation } from "react-i18next";
import type { Route } from "./+types/audit";
import { findCase } from "../../../db/cases.ts";
import { readAudit } from "../../commands/read-audit.ts";
import { CodeText } from "../../components/code-text.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { dateWords } from "../../components/date-words.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextField } from "../../components/field.tsx";
import { FilterForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { endOfDay, startOfDay } from "../../domain/calendar.ts";
import { readCaseCode } from "../../domain/case-code.ts";
import { isoDate } from "../../domain/fields.ts";
import { isWalledOff } from "../../domain/conflict-wall.ts";
import type { Actor } from "../../domain/actor.ts";
import { mayEver } from "../../domain/permissions.ts";
import { findStaffByEmail } from "../../../db/staff.ts";
import type { Db } from "../../../db/store.server.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound, perform } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";

const filters = ["code", "person", "from", "to"] as const;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "see-audit")) throw notFound();
  const typed = Object.fromEntries(
    filters.map((name) => [name, (url.searchParams.get(name) ?? "").trim().slice(0, 100)]),
  ) as Record<(typeof filters)[number], string>;
  // What is named and not found matches nothing: ids start at 1.
  const caseId = typed.code === "" ? null : await caseNamed(store.read, actor, typed.code);
  const person = typed.person === "" ? null : await findStaffByEmail(store.read, typed.person);
  const staffId = typed.person === "" ? null : (person?.id ?? -1);
  const from = dayIn(typed.from);
  const to = dayIn(typed.to);
  const query = {
    caseId,
    staffId,
    from: from === null ? null : startOfDay(from),
    until: to === null ? null : endOfDay(to),
    cursor: url.searchParams.get("cursor"),
  };
  const page = await perform(context, readAudit, query);
  const lang = context.get(langContext);
  const shown = page.ok ? page.value : { items: [], nextCursor: null };
  return {
    typed,
    acts: shown.items.map(({ agencyVi, agencyEn, ...act }, place) => ({
      ...act,
      // A gap in the numbers of the rows would tell that one is left out.
      id: place,
      agency: lang === "vi" ? agencyVi : agencyEn,
    })),
    nextCursor: shown.nextCursor,
    first: query.cursor === null,
    unavailable: !page.ok,
  };
}

/** The id of a case that this reader may know of; an id that no case has for any other. */
async function caseNamed(db: Db, actor: Actor, typed: string): Promise<number> {
  const found = await findCase(db, readCaseCode(typed) ?? "");
  const known = found !== null && actor.kind === "staff" && !isWalledOff(found.walledOff, actor);
  return known ? found.id : -1;
}

function dayIn(typed: string): string | null {
  const day = isoDate.safeParse(typed);
  return day.success ? day.data : null;
}

/** Who asked for, decided on, opened or erased an identity, and who read this. Reading it is recorded too. */
export default function Audit({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const { t: furniture } = useTranslation("furniture");
  const { typed, acts, nextCursor, first, unavailable } = loaderData;
  const kept = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const here = (more: Record<string, string>) => `/office/audit?${new URLSearchParams({ ...kept, ...more })}`;
  const field = (name: (typeof filters)[number]) => ({
    name,
    label: t(`audit.filter.${name}`),
    defaultValue: typed[name],
  });
  return (
    <>
      <PageTitle>{t("audit.title")}</PageTitle>
      <h1>{t("audit.title")}</h1>
      <p className="muted">{t("audit.lead")}</p>
      {unavailable && (
        <Notice tone="warning" live>
          {t("audit.unavailable")}
        </Notice>
      )}
      <FilterForm action="/office/audit" clearHref={Object.keys(kept).length > 0 ? "/office/audit" : undefined}>
        <TextField {...field("code")} width="medium" autoComplete="off" spellCheck={false} />
        <TextField {...field("person")} width="medium" type="email" autoComplete="off" spellCheck={false} />
        <TextField {...field("from")} width="medium" type="date" />
        <TextField {...field("to")} width="medium" type="date" />
      </FilterForm>
      {acts.length === 0 && !unavailable && <EmptyState title={t("audit.none")} />}
      {acts.length > 0 && (
        <DataTable
          label={t("audit.title")}
          rows={acts}
          rowKey={(act) => String(act.id)}
          columns={[
            {
              key: "at",
              header: t("audit.column.at"),
              cell: (act) => dateWords(act.at, "time", furniture),
              rowHeader: true,
            },
            { key: "what", header: t("audit.column.what"), cell: (act) => t(`act.${act.type}`) },
            {
              key: "code",
              header: t("audit.column.code"),
              cell: (act) => act.code && <CodeText>{act.code}</CodeText>,
              nowrap: true,
            },
            {
              key: "who",
              header: t("audit.column.who"),
              cell: (act) => (act.actorName ? [act.actorName, act.agency].join(", ") : t("audit.sender")),
            },
            {
              key: "reason",
              header: t("audit.column.reason"),
              cell: (act) =>
                [act.reason, act.until && t("audit.until", { date: dateWords(act.until, "time", furniture) })]
                  .filter(Boolean)
                  .join(" "),
            },
          ]}
        />
      )}
      <Pagination newerHref={first ? null : here({})} olderHref={nextCursor && here({ cursor: nextCursor })} />
    </>
  );
}
