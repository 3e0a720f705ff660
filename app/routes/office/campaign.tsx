import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/campaign";
import { type CampaignLetter, listLetters } from "../../../db/campaigns.ts";
import { findCampaignFor } from "../../../db/campaigns-seen.ts";
import { placeWords } from "../../../db/place-words.ts";
import { CodeText } from "../../components/code-text.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";

/** The near-equal letters of one campaign, as far as the reader may see them. A campaign without any is not found. */
export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  const id = /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0;
  const campaign = mayEver(actor, "see-queue") ? await findCampaignFor(store.read, actor, id) : null;
  if (!campaign) throw notFound();
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listLetters(store.read, actor, id, { cursor });
  if (items.length === 0) throw notFound();
  const placeOf = await placeWords(store.read, items, context.get(langContext));
  const { letters, named, anonymous } = campaign;
  return { id, letters, named, anonymous, nextCursor, rows: items.map((item) => rowOf(item, placeOf(item))) };
}

function rowOf({ code, title, lang, status, receivedAt }: CampaignLetter, place: string) {
  return { code, title, lang, status, receivedAt, place };
}

export default function Campaign({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("campaign");
  const { id, letters, named, anonymous, rows, nextCursor } = loaderData;
  return (
    <>
      <PageTitle>{t("listTitle")}</PageTitle>
      <h1>{t("listTitle")}</h1>
      <p className="lead">{t("letters", { count: letters })}</p>
      <p>{t("senders", { named, anonymous })}</p>
      <p className="small muted">
        {t("note")} {t("yours")}
      </p>
      <DataTable
        label={t("listTitle")}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: "code",
            header: t("code"),
            nowrap: true,
            rowHeader: true,
            cell: (row) => (
              <Link to={`/office/cases/${row.code}`}>
                <CodeText>{row.code}</CodeText>
              </Link>
            ),
          },
          { key: "subject", header: t("subject"), cell: (row) => <span lang={row.lang}>{row.title}</span> },
          { key: "place", header: t("place"), cell: (row) => row.place },
          { key: "status", header: t("status"), cell: (row) => <StatusBadge status={row.status} /> },
          { key: "received", header: t("received"), nowrap: true, cell: (row) => <Time value={row.receivedAt} /> },
        ]}
      />
      <Pagination olderHref={nextCursor && `/office/campaigns/${id}?cursor=${nextCursor}`} />
    </>
  );
}
