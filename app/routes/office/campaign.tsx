import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/campaign";
import { type CampaignLetter, listLetters } from "../../../db/campaigns.ts";
import { findCampaignFor } from "../../../db/campaigns-seen.ts";
import { findCaseById } from "../../../db/cases.ts";
import { gatheringOf } from "../../../db/collective-tasks.ts";
import { placeWords } from "../../../db/place-words.ts";
import { CodeText } from "../../components/code-text.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { Time } from "../../components/time.tsx";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { gatherCampaign, gatherInput } from "../../commands/gather-campaign.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { GatherBox } from "./parts/gather-box.tsx";
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
  const gathering = mayEver(actor, "gather") ? await gatheringOf(store.read, id) : null;
  const lead = gathering && (await findCaseById(store.read, gathering.leadId));
  const progress = gathering &&
    lead && {
      lead: lead.code,
      finished: gathering.finishedAt !== null,
      done: gathering.done,
      skipped: gathering.skipped,
      total: gathering.total,
    };
  const gather = { may: mayEver(actor, "gather"), progress };
  return { id, gather, letters, named, anonymous, nextCursor, rows: items.map((item) => rowOf(item, placeOf(item))) };
}

/** The letters become one collective case; the page goes on showing how far that is. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await attempt(context, gatherCampaign, gatherInput, { campaignId: params.id });
  return done.ok ? redirect(`/office/campaigns/${params.id}`, 303) : data({ failed: true }, done.status);
}

function rowOf({ code, title, lang, status, receivedAt }: CampaignLetter, place: string) {
  return { code, title, lang, status, receivedAt, place };
}

export default function Campaign({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("campaign");
  const { id, gather, letters, named, anonymous, rows, nextCursor } = loaderData;
  return (
    <>
      <PageTitle>{t("listTitle")}</PageTitle>
      <h1>{t("listTitle")}</h1>
      <p className="lead">{t("letters", { count: letters })}</p>
      <p>{t("senders", { named, anonymous })}</p>
      <p className="small muted">
        {t("note")} {t("yours")}
      </p>
      {gather.may && <GatherBox progress={gather.progress} failed={actionData?.failed === true} />}
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
