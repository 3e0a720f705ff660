import { useTranslation } from "react-i18next";
import { data, Link } from "react-router";
import type { Route } from "./+types/systems";
import { countDeliveries } from "../../../db/deliveries.ts";
import { listSystems } from "../../../db/systems.ts";
import { connectSystem, connectSystemInput } from "../../commands/connect-system.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { SecretNotice } from "./parts/secret-notice.tsx";
import { SystemForm } from "./parts/system-form.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "manage-systems")) throw notFound();
  const systems = [];
  for (const { id, publicId, name, url, kind, pausedAt } of await listSystems(store.read)) {
    const { queued, dead } = await countDeliveries(store.read, actor, id, 100);
    systems.push({ id: publicId, name, host: new URL(url).host, kind, active: pausedAt === null, queued, dead });
  }
  return { systems };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-systems")) throw notFound();
  const form = await request.formData();
  const schema = connectSystemInput(context.get(portalContext).env.CONNECTED_ORIGINS);
  const done = await attempt(context, connectSystem, schema, formInput(form));
  if (!done.ok) {
    const { errors, status, refusal = null } = done;
    return data({ form: "system", errors, values: typedValues(form), refusal, made: null }, status);
  }
  const { row, secret } = done.value;
  return data({ form: "", errors: {}, values: {}, refusal: null, made: { id: row.publicId, secret } });
}

/** The systems that are told what happens, and the form that connects another one. */
export default function Systems({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("systems");
  const { systems } = loaderData;
  const state = actionData && !actionData.made ? actionData : null;
  return (
    <>
      <PageOutcome title={t("title")} state={state} form="system" done={null} />
      {actionData?.made && <SecretNotice {...actionData.made} />}
      <h1>{t("title")}</h1>
      <p className="column">{t("about")}</p>
      <div className="moves column">
        <Disclosure id="connect" summary={t("connect")} open={state !== null}>
          <SystemForm system={null} state={state} />
        </Disclosure>
      </div>
      {systems.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <DataTable
          label={t("title")}
          rows={systems}
          rowKey={({ id }) => id}
          cards
          columns={[
            {
              key: "name",
              header: t("name"),
              rowHeader: true,
              cell: ({ id, name }) => (
                <Link to={`/office/systems/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
              ),
            },
            { key: "kind", header: t("kindTitle"), cell: ({ kind }) => t(`kind.${kind}`) },
            { key: "host", header: t("host"), cell: ({ host }) => <bdi>{host}</bdi> },
            { key: "state", header: t("standing"), cell: ({ active }) => t(active ? "on" : "off") },
            { key: "queued", header: t("state.queued"), cell: ({ queued }) => countWords(queued) },
            { key: "dead", header: t("state.dead"), cell: ({ dead }) => countWords(dead) },
          ]}
        />
      )}
    </>
  );
}

const countWords = (count: number): string => (count >= 100 ? "99+" : String(count));
