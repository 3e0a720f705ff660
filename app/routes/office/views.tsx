import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/views";
import { listSavedViews } from "../../../db/saved-views.ts";
import { removeView, removeViewInput } from "../../commands/remove-view.ts";
import { saveView, saveViewInput } from "../../commands/save-view.ts";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { audiencesFor, mayRemoveView } from "../../domain/saved-view.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { addressQuery } from "../../domain/queue-address.ts";
import { readQueueAddress } from "../../http/queue-address.ts";
import { PageTitle } from "./parts/page-title.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !readQueueAddress(context, url.searchParams)) throw notFound();
  const views = await listSavedViews(store.read, actor);
  return {
    views: views.map((view) => ({ ...shown(view), removable: mayRemoveView(actor, view) })),
    audiences: audiencesFor(actor),
    removed: url.searchParams.has("removed"),
  };
}

const shown = ({
  id,
  name,
  query,
  audience,
}: {
  id: number;
  name: string;
  query: string;
  audience: "me" | "unit" | "everyone";
}) => ({
  id,
  name,
  query,
  audience,
});

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  if (form.get("intent") === "remove") {
    const done = await attempt(context, removeView, removeViewInput, formInput(form));
    if (!done.ok) return data({ errors: done.errors, refusal: done.refusal ?? null, values: {} }, done.status);
    return redirect("/office/views?removed=1", 303);
  }
  // What is kept is an address that this person's own queue has.
  const address = readQueueAddress(context, new URLSearchParams(String(form.get("query") ?? "").slice(0, 2000)));
  if (!address) throw notFound();
  const query = addressQuery(address);
  const done = await attempt(context, saveView, saveViewInput, { ...formInput(form), query });
  if (done.ok) return redirect(`/office?${query}&saved=1`, 303);
  const values = { ...typedValues(form), query };
  return data({ errors: done.errors, refusal: done.refusal ?? null, values }, done.status);
}

export default function Views({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["views", "office"]);
  const { views, audiences, removed } = loaderData;
  const errors = actionData?.errors ?? {};
  const values: Record<string, string> = actionData?.values ?? {};
  const words = (name: string) => (errors[name] ? t(`errors.${name}.${errors[name]}`) : undefined);
  const refused = Object.keys(errors).length > 0;
  return (
    <>
      <PageTitle invalid={refused}>{t("title")}</PageTitle>
      <ErrorSummary
        errors={Object.keys(errors).map((name) => ({ name, id: `view-${name}`, message: words(name) ?? "" }))}
      />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${actionData.refusal}.title`)} live>
          {t(`office:refusal.${actionData.refusal}.text`)}
        </Notice>
      )}
      {removed && !actionData && <Notice tone="success" title={t("removed")} live />}
      <h1>{t("title")}</h1>
      <p>
        <Link to="/office">{t("back")}</Link>
      </p>
      {values.query && (
        <form method="post" noValidate>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="query" value={values.query} />
          <TextField
            name="name"
            id="view-name"
            label={t("name")}
            error={words("name")}
            defaultValue={values.name}
            autoComplete="off"
            width="medium"
          />
          <RadioGroup
            name="audience"
            id="view-audience"
            label={t("audience")}
            error={words("audience")}
            options={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
            value={values.audience ?? "me"}
            inline
          />
          <Button>{t("saveButton")}</Button>
        </form>
      )}
      {views.length === 0 && <EmptyState title={t("none")}>{t("noneText")}</EmptyState>}
      {views.length > 0 && (
        <DataTable
          label={t("title")}
          rows={views}
          rowKey={(view) => String(view.id)}
          columns={[
            {
              key: "name",
              header: t("name"),
              rowHeader: true,
              cell: (view) => <Link to={`/office?${view.query}`}>{view.name}</Link>,
            },
            { key: "audience", header: t("audience"), cell: (view) => t(`audiences.${view.audience}`) },
            {
              key: "remove",
              header: t("remove"),
              cell: (view) =>
                view.removable && (
                  <form method="post">
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="id" value={view.id} />
                    <Button variant="secondary">
                      {t("remove")}
                      <span className="visually-hidden"> {view.name}</span>
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
