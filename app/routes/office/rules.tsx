import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/rules";
import { listRuleSets, ruleSetIn } from "../../../db/rule-sets.ts";
import { beginRules } from "../../commands/begin-rules.ts";
import { switchRulesBack, switchRulesBackInput } from "../../commands/switch-rules-back.ts";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { portalContext } from "../../http/context.ts";
import { formInput } from "../../http/form-input.ts";
import { attempt, notFound, perform } from "../../http/perform.ts";
import { ruleRights, shownRules, shownSet } from "../../http/rules-page.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { RuleList } from "./parts/rule-list.tsx";

/** What has just been done, by its name in the address. */
const results = ["on", "back", "discarded"] as const;

export async function loader({ url, context }: Route.LoaderArgs) {
  const rights = ruleRights(context);
  if (!rights) throw notFound();
  const { store } = context.get(portalContext);
  const inForce = await ruleSetIn(store.read, "in_force");
  const open = await ruleSetIn(store.read, "draft", "proposed");
  const sets = await listRuleSets(store.read);
  return {
    rights,
    inForce: inForce && { set: await shownSet(context, inForce), rules: await shownRules(context, inForce.id) },
    openId: open?.id ?? null,
    sets: await Promise.all(sets.map((set) => shownSet(context, set))),
    done: results.find((known) => known === url.searchParams.get("done")) ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!ruleRights(context)?.edits) throw notFound();
  const form = await request.formData();
  if (form.get("_act") === "begin") {
    const begun = await perform(context, beginRules, {});
    return begun.ok ? redirect(`/office/rules/${begun.value.id}`, 303) : refused(begun);
  }
  const back = await attempt(context, switchRulesBack, switchRulesBackInput, formInput(form));
  return back.ok ? redirect("/office/rules?done=back", 303) : refused(back);
}

const refused = ({ status, refusal }: { status: number; refusal?: string }) =>
  data({ refusal: refusal ?? "stale" }, status);

export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["routing", "office"]);
  const { rights, inForce, openId, sets, done } = loaderData;
  return (
    <>
      <PageTitle invalid={actionData !== undefined}>{t("title")}</PageTitle>
      {actionData && (
        <Notice
          tone="warning"
          title={t(`office:refusal.${actionData.refusal}.title` as "office:refusal.stale.title")}
          live
        >
          {t(`office:refusal.${actionData.refusal}.text` as "office:refusal.stale.text")}
        </Notice>
      )}
      {done && (
        <Notice tone="success" live first>
          {t(`done.${done}`)}
        </Notice>
      )}
      <h1>{t("title")}</h1>
      <p>{t("intro")}</p>
      {rights.edits &&
        (openId === null ? (
          <form method="post" className="field">
            <input type="hidden" name="_act" value="begin" />
            <Button>{t("begin")}</Button>
          </form>
        ) : (
          <p>
            <Link to={`/office/rules/${openId}`}>{t("goOn", { set: openId })}</Link>
          </p>
        ))}
      <section aria-labelledby="in-force">
        <h2 id="in-force">{inForce ? t("inForce", { set: inForce.set.id }) : t("noneInForce")}</h2>
        {inForce && <RuleList rules={inForce.rules} />}
        {inForce && rights.edits && (
          <form method="post">
            <input type="hidden" name="setId" value={inForce.set.id} />
            <input type="hidden" name="version" value={inForce.set.version} />
            <p className="muted">
              {inForce.set.replacedId === null ? t("backToNone") : t("backHint", { set: inForce.set.replacedId })}
            </p>
            <Button variant="danger">{t(inForce.set.replacedId === null ? "stop" : "back")}</Button>
          </form>
        )}
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">{t("versions")}</h2>
        {sets.length === 0 ? (
          <p className="muted">{t("noVersions")}</p>
        ) : (
          <DataTable
            label={t("versionsTable")}
            rows={sets}
            rowKey={(set) => String(set.id)}
            columns={[
              {
                key: "id",
                header: t("version"),
                rowHeader: true,
                cell: (set) => <Link to={`/office/rules/${set.id}`}>{t("versionNo", { set: set.id })}</Link>,
              },
              { key: "state", header: t("state"), cell: (set) => t(`states.${set.state}`) },
              { key: "author", header: t("author"), cell: (set) => set.author },
              { key: "by", header: t("switchedOnBy"), cell: (set) => set.activatedBy },
              { key: "on", header: t("from"), cell: (set) => set.activatedAt && <Time value={set.activatedAt} /> },
            ]}
          />
        )}
      </section>
    </>
  );
}
