import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/agencies";
import { type Agency, findAgencyByCode, inForce, listAllAgencies } from "../../../db/agencies.ts";
import { listProvinces } from "../../../db/places.ts";
import { agencyKinds, saveAgency, saveAgencyInput } from "../../commands/save-agency.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { localDate } from "../../domain/calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { useFormWords } from "./parts/form-words.ts";
import { PageTitle } from "./parts/page-title.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "see-agencies")) throw notFound();
  const lang = context.get(langContext);
  const today = localDate(clock());
  const agencies = await listAllAgencies(store.read);
  const mayChange = mayEver(actor, "manage-agencies");
  const asked = mayChange ? url.searchParams.get("edit") : null;
  const edited = asked && /^[\w-]{1,40}$/.test(asked) ? await findAgencyByCode(store.read, asked) : null;
  const provinces = mayChange ? await listProvinces(store.read) : [];
  return {
    mayChange,
    kinds: agencyKinds,
    adding: mayChange && url.searchParams.has("add"),
    edited: edited && shownOf(edited, today, lang),
    saved: agencies.find((agency) => agency.code === url.searchParams.get("saved"))?.code ?? null,
    today,
    provinces: provinces.map((row) => ({ value: row.code, label: lang === "vi" ? row.nameVi : row.nameEn })),
    agencies: agencies.map((agency) => shownOf(agency, today, lang)),
  };
}

function shownOf(agency: Agency, today: string, lang: string) {
  const { id, code, kind, nameVi, nameEn, abbreviation, provinceCode, validFrom, validTo, version } = agency;
  const [name, other] = lang === "vi" ? [nameVi, nameEn] : [nameEn, nameVi];
  const state = inForce(agency, today) ? "now" : validFrom > today ? "later" : "ended";
  return {
    id,
    code,
    kind,
    nameVi,
    nameEn,
    name,
    other,
    abbreviation,
    provinceCode,
    validFrom,
    validTo,
    version,
    state,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-agencies")) throw notFound();
  const form = await request.formData();
  const done = await attempt(context, saveAgency, saveAgencyInput, formInput(form));
  if (done.ok) return redirect(`/office/agencies?saved=${done.value.code}`, 303);
  const { version: _version, ...values } = typedValues(form);
  return data({ form: "agency", errors: done.errors, values, refusal: done.refusal ?? null }, done.status);
}

type Shown = Route.ComponentProps["loaderData"]["agencies"][number];

export default function Agencies({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("office");
  const { mayChange, adding, edited, saved, agencies } = loaderData;
  const { errors } = useFormWords("agency", actionData);
  const otherLang = i18n.language === "vi" ? "en" : "vi";
  return (
    <>
      <PageTitle invalid={Boolean(actionData)}>{t("agencies.title")}</PageTitle>
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`refusal.${actionData.refusal}.title`)} live>
          {t(`refusal.${actionData.refusal}.text`)}
        </Notice>
      )}
      {saved && !actionData && (
        <Notice tone="success" live>
          {t("agencies.saved", { code: saved })}
        </Notice>
      )}
      <h1>{t("agencies.title")}</h1>
      {(adding || edited) && <AgencyForm page={loaderData} state={actionData ?? null} edited={edited} />}
      {mayChange && !adding && !edited && (
        <p>
          <ButtonLink href="/office/agencies?add">{t("agencies.add")}</ButtonLink>
        </p>
      )}
      <DataTable
        dense
        label={t("agencies.title")}
        rows={agencies}
        rowKey={(row) => row.code}
        columns={[
          { key: "code", header: t("agencies.code"), cell: (row: Shown) => row.code },
          {
            key: "name",
            header: t("agencies.name"),
            rowHeader: true,
            cell: (row) => (
              <>
                <span className="strong">{row.name}</span>
                <br />
                <span className="muted small" lang={otherLang}>
                  {row.other}
                </span>
              </>
            ),
          },
          { key: "kind", header: t("agencies.kind"), cell: (row) => t(`agencyKind.${row.kind}`) },
          {
            key: "validity",
            header: t("agencies.validity"),
            cell: (row) => (
              <>
                {row.state !== "now" && <strong>{t(`agencies.${row.state}`)} · </strong>}
                <Time value={row.validFrom} /> – {row.validTo ? <Time value={row.validTo} /> : t("agencies.open")}
              </>
            ),
          },
          ...(mayChange
            ? [
                {
                  key: "edit",
                  header: <span className="visually-hidden">{t("agencies.edit")}</span>,
                  cell: (row: Shown) => (
                    <Link to={`/office/agencies?edit=${row.code}`}>
                      {t("agencies.edit")} <span className="visually-hidden">{row.name}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

type FormProps = {
  page: Route.ComponentProps["loaderData"];
  state: NonNullable<Route.ComponentProps["actionData"]> | null;
  edited: Shown | null;
};

function AgencyForm({ page, state, edited }: FormProps) {
  const { t } = useTranslation("office");
  const { field } = useFormWords("agency", state);
  const { defaultValue: kind, ...kindWords } = field("kind", edited?.kind);
  const { defaultValue: province, ...provinceWords } = field("provinceCode", edited?.provinceCode);
  return (
    <section className="box column" aria-labelledby="agency-form">
      <h2 id="agency-form">{edited ? t("agencies.editing", { name: edited.name }) : t("agencies.adding")}</h2>
      <form method="post" noValidate>
        {edited && (
          <>
            <input type="hidden" name="agencyId" value={edited.id} />
            <input type="hidden" name="version" value={edited.version} />
          </>
        )}
        {edited ? (
          <input type="hidden" name="code" value={edited.code} />
        ) : (
          <TextField {...field("code")} width="short" autoComplete="off" spellCheck={false} />
        )}
        <SelectField
          {...kindWords}
          defaultValue={kind}
          options={page.kinds.map((name) => ({ value: name, label: t(`agencyKind.${name}`) }))}
        />
        <TextField {...field("nameVi", edited?.nameVi)} lang="vi" />
        <TextField {...field("nameEn", edited?.nameEn)} lang="en" />
        <TextField {...field("abbreviation", edited?.abbreviation)} width="short" />
        <SelectField {...provinceWords} defaultValue={province} options={page.provinces} optional />
        <TextField {...field("validFrom", edited?.validFrom ?? page.today)} type="date" width="short" />
        <TextField {...field("validTo", edited?.validTo)} type="date" width="short" optional />
        <div className="cluster">
          <Button>{t("agencies.save")}</Button>
          <Link to="/office/agencies">{t("cancel")}</Link>
        </div>
      </form>
    </section>
  );
}
