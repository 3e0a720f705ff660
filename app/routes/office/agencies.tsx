import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/agencies";
import { type Agency, findAgency, findAgencyByCode, inForce, searchAgencies } from "../../../db/agencies.ts";
import { burdenOf, countChildren, listChildren } from "../../../db/agency-tree.ts";
import { listCommunes, listProvinces } from "../../../db/places.ts";
import type { Db } from "../../../db/store.server.ts";
import { dissolveAgency, dissolveAgencyInput } from "../../commands/dissolve-agency.ts";
import { openCommuneAgency, openCommuneInput } from "../../commands/open-commune-agency.ts";
import { renameAgency, renameAgencyInput } from "../../commands/rename-agency.ts";
import { agencyKinds, saveAgency, saveAgencyInput } from "../../commands/save-agency.ts";
import { Button, ButtonLink } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { SearchForm } from "../../components/filter-form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { localDate } from "../../domain/calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Attempt, attempt, notFound } from "../../http/perform.ts";
import { MOST_COUNTED } from "../../http/queue-views.ts";
import { AgencyActs } from "./parts/agency-acts.tsx";
import { useFormWords } from "./parts/form-words.ts";
import { PageTitle } from "./parts/page-title.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "see-agencies")) throw notFound();
  const lang = context.get(langContext);
  const today = localDate(clock());
  const code = codeIn(url, "under");
  const under = code === null ? null : await findAgencyByCode(store.read, code);
  const q = (url.searchParams.get("q") ?? "").slice(0, 200);
  const agencies = q
    ? await searchAgencies(store.read, q, today, 50)
    : await listChildren(store.read, under?.id ?? null);
  const units = await countChildren(
    store.read,
    agencies.map(({ id }) => id),
  );
  const inLang = (row: { nameVi: string; nameEn: string }) => (lang === "vi" ? row.nameVi : row.nameEn);
  const mayChange = mayEver(actor, "manage-agencies");
  const asked = mayChange ? codeIn(url, "edit") : null;
  const edited = asked === null ? null : await findAgencyByCode(store.read, asked);
  const tops = mayChange ? await listChildren(store.read, null) : [];
  const parent = edited && edited.parentId !== null ? await findAgency(store.read, edited.parentId) : under;
  const choices = [...(parent && !tops.some(({ id }) => id === parent.id) ? [parent] : []), ...tops];
  const communes = edited?.kind === "province" ? await communesWithout(store.read, edited) : [];
  const provinces = mayChange ? await listProvinces(store.read) : [];
  return {
    mayChange,
    kinds: agencyKinds,
    adding: mayChange && url.searchParams.has("add"),
    edited: edited && shownOf(edited, today, lang),
    burden: edited && (await burdenOf(store.read, edited.id, MOST_COUNTED)),
    saved: codeIn(url, "saved"),
    q,
    under: under && { id: under.id, code: under.code, name: inLang(under) },
    choices: choices.map((row) => ({ value: String(row.id), label: inLang(row) })),
    communes: communes.map((row) => ({ value: row.code, label: inLang(row) })),
    today,
    provinces: provinces.map((row) => ({ value: row.code, label: lang === "vi" ? row.nameVi : row.nameEn })),
    agencies: agencies.map((agency) => ({ ...shownOf(agency, today, lang), units: units.get(agency.id) ?? 0 })),
  };
}

function codeIn(url: URL, name: string): string | null {
  const typed = url.searchParams.get(name);
  return typed !== null && /^[\w-]{1,40}$/.test(typed) ? typed : null;
}

/** The communes of a province whose People's Committee is not on the portal yet. */
async function communesWithout(db: Db, province: Agency) {
  const known = new Set((await listChildren(db, province.id)).map(({ communeCode }) => communeCode));
  const communes = province.provinceCode === null ? [] : await listCommunes(db, province.provinceCode);
  return communes.filter(({ code }) => !known.has(code));
}

function shownOf(agency: Agency, today: string, lang: string) {
  const { id, code, kind, nameVi, nameEn, abbreviation, provinceCode, parentId, validFrom, validTo, version } = agency;
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
    parentId,
    validFrom,
    validTo,
    version,
    state,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-agencies")) throw notFound();
  const form = await request.formData();
  const { act, done } = await attempted(context, form);
  if (done.ok) return redirect(`/office/agencies?saved=${done.value.code}`, 303);
  const { version: _version, _act, ...values } = typedValues(form);
  return data({ form: act, errors: done.errors, values, refusal: done.refusal ?? null }, done.status);
}

/** What the posted form asks for. */
async function attempted(
  context: Route.ActionArgs["context"],
  form: FormData,
): Promise<{ act: string; done: Attempt<Agency> }> {
  const { _act: act, ...input } = formInput(form);
  if (act === "rename-agency") return { act, done: await attempt(context, renameAgency, renameAgencyInput, input) };
  if (act === "dissolve-agency")
    return { act, done: await attempt(context, dissolveAgency, dissolveAgencyInput, input) };
  if (act === "open-commune") return { act, done: await attempt(context, openCommuneAgency, openCommuneInput, input) };
  return { act: "agency", done: await attempt(context, saveAgency, saveAgencyInput, input) };
}

type Shown = Route.ComponentProps["loaderData"]["agencies"][number];

export default function Agencies({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("office");
  const { t: tree } = useTranslation("walls");
  const { mayChange, adding, edited, saved, agencies, under, q } = loaderData;
  const { errors } = useFormWords(actionData?.form ?? "agency", actionData);
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
        <Notice tone="success" live first>
          {t("agencies.saved", { code: saved })}
        </Notice>
      )}
      <h1>{t("agencies.title")}</h1>
      {under && (
        <p>
          <Link to="/office/agencies">{tree("agency.all")}</Link> · <span className="strong">{under.name}</span>
        </p>
      )}
      <SearchForm
        action="/office/agencies"
        label={tree("agency.search")}
        hint={tree("agency.searchHint")}
        value={q}
        key={q}
      />
      {(adding || edited) && <AgencyForm page={loaderData} state={actionData ?? null} edited={edited} />}
      {edited && loaderData.burden && edited.kind !== "standing_body" && (
        <AgencyActs
          agency={edited}
          burden={loaderData.burden}
          today={loaderData.today}
          others={loaderData.choices.filter(({ value }) => value !== String(edited.id))}
          communes={loaderData.communes}
          state={actionData ?? null}
        />
      )}
      {mayChange && !adding && !edited && (
        <p>
          <ButtonLink href={under ? `/office/agencies?add&under=${under.code}` : "/office/agencies?add"}>
            {t("agencies.add")}
          </ButtonLink>
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
          {
            key: "units",
            header: tree("agency.units"),
            cell: (row) =>
              row.units > 0 && (
                <Link to={`/office/agencies?under=${row.code}`}>
                  {row.units} <span className="visually-hidden">{row.name}</span>
                </Link>
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
  edited: Route.ComponentProps["loaderData"]["edited"];
};

function AgencyForm({ page, state, edited }: FormProps) {
  const { t } = useTranslation("office");
  const { field } = useFormWords("agency", state);
  const { defaultValue: kind, ...kindWords } = field("kind", edited?.kind);
  const above = edited ? edited.parentId : page.under?.id;
  const { defaultValue: parent, ...parentWords } = field("parentId", above ? String(above) : null);
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
        <SelectField {...parentWords} defaultValue={parent} options={page.choices} width="full" optional />
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
