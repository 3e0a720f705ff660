import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/data-table.tsx";
import { portalContext } from "../../http/context.ts";
import type { Route } from "./+types/api";
import { Prose } from "./prose.tsx";
import { PublicPage } from "./public-page.tsx";

export function loader({ context }: Route.LoaderArgs) {
  return { publicUrl: context.get(portalContext).env.PUBLIC_URL };
}

export function headers() {
  return { "Cache-Control": "public, max-age=60" };
}

const calls = [
  { call: "GET /api/v1/cases", what: "list" },
  { call: "GET /api/v1/cases/{code}", what: "read" },
  { call: "POST /api/v1/cases", what: "submit" },
  { call: "POST /api/v1/cases/lookup", what: "lookup" },
  { call: "GET /api/v1/agencies, /provinces, /communes, /fields", what: "reference" },
  { call: "GET /api/v1/staff/cases", what: "staff" },
] as const;

/** A short way in for programs; the description itself is served as OpenAPI. */
export default function Api({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("public");
  const root = loaderData.publicUrl;
  return (
    <PublicPage title={t("api.title")} description={t("api.lead")}>
      <h1>{t("api.title")}</h1>
      <p className="lead">{t("api.lead")}</p>
      <p>
        <a href="/api/openapi.json" type="application/json">
          {t("api.description")}
        </a>
      </p>
      <DataTable
        label={t("api.calls")}
        caption={t("api.calls")}
        rows={calls}
        rowKey={(row) => row.what}
        columns={[
          { key: "call", header: t("api.call"), cell: (row) => <code>{row.call}</code>, rowHeader: true },
          { key: "what", header: t("api.what"), cell: (row) => t(`api.of.${row.what}`) },
        ]}
      />
      <Prose name="api.keys" />
      <Prose name="api.rules" />
      <section className="column">
        <h2>{t("api.exampleTitle")}</h2>
        {/* A box that scrolls has to be reachable by keyboard. */}
        <pre tabIndex={0} role="region" aria-label={t("api.exampleTitle")}>
          <code>{`curl '${root}/api/v1/cases?limit=5'`}</code>
        </pre>
      </section>
    </PublicPage>
  );
}
