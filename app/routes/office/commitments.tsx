import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Route } from "./+types/commitments";
import { agencyNames } from "../../../db/agencies.ts";
import { countRegister, listRegister } from "../../../db/commitments.ts";
import { CodeText } from "../../components/code-text.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Time } from "../../components/time.tsx";
import { type CommitmentState, commitmentStates } from "../../domain/commitment.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";

const MOST_COUNTED = 1000;
/** In the order of the page: what is still to be kept comes first. */
const tabs: readonly CommitmentState[] = ["open", "missed", "kept"];

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  const lang = context.get(langContext);
  if (!mayEver(actor, "see-queue")) throw notFound();
  const asked = url.searchParams.get("state");
  const state = commitmentStates.find((one) => one === asked) ?? "open";
  const cursor = url.searchParams.get("cursor");
  const { items, nextCursor } = await listRegister(store.read, actor, { state, cursor });
  const names = await agencyNames(
    store.read,
    items.map(({ commitment }) => commitment.agencyId),
  );
  const counts: Record<string, number> = {};
  for (const one of tabs) counts[one] = await countRegister(store.read, actor, one, MOST_COUNTED);
  return {
    state,
    counts,
    nextCursor,
    first: cursor === null,
    items: items.map(({ commitment: one, code, title, lang: textLang }) => {
      const agency = names.get(one.agencyId);
      return {
        id: one.id,
        code,
        title,
        lang: textLang,
        what: one.what,
        owner: one.owner,
        agency: (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "",
        promisedOn: one.promisedOn,
        firstOn: one.firstOn,
        moves: one.moves,
        state: one.state,
        late: one.state === "open" && one.dueAt <= clock(),
      };
    }),
  };
}

/** The register of what agencies have promised for a day, the nearest day first. */
export default function Commitments({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("answering");
  const { state, counts, items, nextCursor, first } = loaderData;
  return (
    <>
      <PageTitle>{t("commitment.register")}</PageTitle>
      <h1>{t("commitment.register")}</h1>
      <p className="muted">{t("commitment.registerText")}</p>
      <ViewTabs
        label={t("commitment.views")}
        tabs={tabs.map((one) => ({
          key: one,
          href: `/office/commitments?state=${one}`,
          label: t(`commitment.tab.${one}`),
          current: one === state,
          ...(counts[one] ? { count: counts[one] >= MOST_COUNTED ? "999+" : String(counts[one]) } : {}),
          late: one === "missed",
        }))}
      />
      {items.length === 0 && <EmptyState title={t("commitment.empty")} />}
      <ol className="consults">
        {items.map((item) => (
          <li key={item.id}>
            <article className={item.late || item.state === "missed" ? "consult consult--late" : "consult"}>
              <h2>
                <Link to={`/office/cases/${item.code}`} lang={item.lang}>
                  {item.title}
                </Link>
              </h2>
              <p className="card__meta">
                <CodeText>{item.code}</CodeText>
                <span>{item.agency}</span>
                <span lang="vi">{item.owner}</span>
              </p>
              <p lang="vi">{item.what}</p>
              <p className="card__meta">
                <span className="strong">
                  {t("commitment.on")}: <Time value={item.promisedOn} />
                </span>
                {item.firstOn !== item.promisedOn && (
                  <span>
                    {t("commitment.first")}: <Time value={item.firstOn} />
                  </span>
                )}
                {item.moves > 0 && <span>{t("commitment.moved", { count: item.moves })}</span>}
                <span>{t(item.late ? "commitment.state.late" : `commitment.state.${item.state}`)}</span>
              </p>
            </article>
          </li>
        ))}
      </ol>
      <Pagination
        newerHref={first ? null : `/office/commitments?state=${state}`}
        olderHref={nextCursor && `/office/commitments?state=${state}&cursor=${nextCursor}`}
      />
    </>
  );
}
