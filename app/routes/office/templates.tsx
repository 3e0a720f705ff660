import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/templates";
import { figuresOf } from "../../../db/template-uses.ts";
import { listTemplates } from "../../../db/templates.ts";
import { ButtonLink } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/notice.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { templateShown } from "../../http/template-page.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { TemplateState } from "./parts/template-state.tsx";

const PER_PAGE = 50;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !mayEver(actor, "see-templates")) throw notFound();
  const all = await listTemplates(store.read, actor, clock());
  const page = Math.max(1, Number(url.searchParams.get("page")) || 1);
  const templates = [];
  for (const found of all.slice((page - 1) * PER_PAGE, page * PER_PAGE)) {
    templates.push({ ...templateShown(found), figures: await figuresOf(store.read, found.row.id) });
  }
  return {
    templates,
    mayManage: mayEver(actor, "manage-templates"),
    saved: url.searchParams.has("saved"),
    next: all.length > page * PER_PAGE ? page + 1 : null,
  };
}

type Row = Route.ComponentProps["loaderData"]["templates"][number];

export default function Templates({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["templates", "office"]);
  const { templates, mayManage, saved, next } = loaderData;
  const percent = (value: number | null) => (value === null ? t("figures.none") : t("figures.percent", { value }));
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      {saved && (
        <Notice tone="success" live first>
          {t("saved")}
        </Notice>
      )}
      <h1>{t("title")}</h1>
      <p className="muted">{t("intro")}</p>
      {mayManage && (
        <p>
          <ButtonLink href="/office/templates/new">{t("add")}</ButtonLink>
        </p>
      )}
      {templates.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <DataTable
          dense
          label={t("title")}
          rows={templates}
          rowKey={(row) => String(row.id)}
          columns={[
            {
              key: "title",
              header: t("column.title"),
              rowHeader: true,
              cell: (row: Row) => (
                <>
                  <Link to={`/office/templates/${row.id}`}>{row.title}</Link>
                  <br />
                  <span className="muted small">{t(row.shared ? "shared" : "own")}</span>
                </>
              ),
            },
            { key: "purpose", header: t("column.purpose"), cell: (row) => t(`purpose.${row.purpose}`) },
            { key: "state", header: t("column.state"), cell: (row) => <TemplateState template={row} /> },
            { key: "uses", header: t("column.uses"), align: "end", cell: (row) => row.figures.uses },
            { key: "kept", header: t("column.kept"), align: "end", cell: (row) => percent(row.figures.kept) },
            {
              key: "satisfied",
              header: t("column.satisfied"),
              align: "end",
              cell: (row) => percent(row.figures.satisfied),
            },
          ]}
        />
      )}
      <p className="muted small">{t("figures.hint")}</p>
      {next && <Link to={`/office/templates?page=${next}`}>{t("next")}</Link>}
    </>
  );
}
