import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/template";
import { findAgencyByCode, findAgency } from "../../../db/agencies.ts";
import type { Db } from "../../../db/store.server.ts";
import { figuresOf } from "../../../db/template-uses.ts";
import { findTemplate } from "../../../db/templates.ts";
import { listTerms } from "../../../db/terms.ts";
import { endTemplate, endTemplateInput } from "../../commands/end-template.ts";
import { saveTemplate, saveTemplateInput } from "../../commands/save-template.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { localDate } from "../../domain/calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { samplesOf, templateShown } from "../../http/template-page.ts";
import { PageTitle } from "./parts/page-title.tsx";
import { TemplateForm, type TemplateTyped, templateErrors } from "./parts/template-form.tsx";
import { TemplateState } from "./parts/template-state.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (actor.kind !== "staff" || !mayEver(actor, "see-templates")) throw notFound();
  const manages = mayEver(actor, "manage-templates");
  const lang = context.get(langContext);
  const terms = await listTerms(store.read, "field", localDate(clock()));
  const fields = terms.map((term) => ({ value: term.code, label: lang === "vi" ? term.nameVi : term.nameEn }));
  if (params.id === "new") {
    if (!manages) throw notFound();
    return { template: null, fields, keeps: true, agencies: "", figures: null, samples: null };
  }
  const id = /^\d{1,15}$/.test(params.id) ? Number(params.id) : 0;
  const found = await findTemplate(store.read, actor, id, clock());
  if (!found) throw notFound();
  const keeper = actor.role === "triage" ? null : actor.agencyId;
  return {
    template: templateShown(found),
    fields,
    keeps: manages && found.row.agencyId === keeper,
    agencies: await codesOf(store.read, found.row.agencies),
    figures: await figuresOf(store.read, id),
    samples: samplesOf(found.row),
  };
}

async function codesOf(db: Db, ids: readonly number[]): Promise<string> {
  const codes = [];
  for (const id of ids) codes.push((await findAgency(db, id))?.code ?? "");
  return codes.join(", ");
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { store } = context.get(portalContext);
  const form = await request.formData();
  const [values, kinds, fields] = [typedValues(form), listOf(form, "kinds"), listOf(form, "fields")];
  const typed: TemplateTyped = { values, kinds, fields };
  const input = { ...formInput(form), kinds, fields };
  if (form.has("_sample")) {
    const samples = samplesOf({ bodyVi: values["bodyVi"] ?? "", bodyEn: values["bodyEn"] ?? "" });
    return data({ typed, errors: {}, refusal: null, samples });
  }
  if (form.has("_end")) {
    const ended = await attempt(context, endTemplate, endTemplateInput, { ...input, templateId: params.id });
    if (ended.ok) return redirect("/office/templates?saved", 303);
    return data({ typed, errors: ended.errors, refusal: ended.refusal ?? null, samples: null }, ended.status);
  }
  const agencies = await idsOf(store.read, values["agencies"] ?? "");
  const templateId = params.id === "new" ? undefined : params.id;
  const done = await attempt(context, saveTemplate, saveTemplateInput, { ...input, agencies, templateId });
  if (done.ok) return redirect(`/office/templates?saved=${done.value.id}`, 303);
  return data({ typed, errors: done.errors, refusal: done.refusal ?? null, samples: null }, done.status);
}

const listOf = (form: FormData, name: string): string[] => form.getAll(name).map(String);

/** The agencies of a list of codes; one that is none stays 0, which no agency has. */
async function idsOf(db: Db, typed: string): Promise<number[]> {
  const codes = typed.split(/[\s,;]+/).filter((code) => code !== "");
  const ids = [];
  for (const code of codes.slice(0, 60)) ids.push((await findAgencyByCode(db, code.toUpperCase()))?.id ?? 999_999_999);
  return ids;
}

export default function TemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["templates", "office", "domain"]);
  const { template, keeps, figures } = loaderData;
  const samples = actionData?.samples ?? loaderData.samples;
  const errors = templateErrors(t, actionData?.errors ?? {});
  const title = template ? template.title : t("add");
  return (
    <>
      <PageTitle invalid={errors.length > 0}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      {actionData?.refusal && (
        <Notice tone="warning" title={t(`office:refusal.${actionData.refusal}.title`)} live>
          {t(`office:refusal.${actionData.refusal}.text`)}
        </Notice>
      )}
      <p>
        <a href="/office/templates">{t("back")}</a>
      </p>
      <h1>{title}</h1>
      {template && (
        <p>
          <TemplateState template={template} />
        </p>
      )}
      {figures && (
        <p className="muted">
          {t("figures.line", { uses: figures.uses })}
          {figures.kept !== null && ` ${t("figures.kept", { value: figures.kept })}`}
          {figures.satisfied !== null &&
            ` ${t("figures.satisfied", { value: figures.satisfied, rated: figures.rated })}`}
        </p>
      )}
      {keeps && (
        <TemplateForm
          template={template}
          agencies={loaderData.agencies}
          fields={loaderData.fields}
          typed={actionData?.typed ?? null}
          errors={actionData?.errors ?? {}}
        />
      )}
      {samples && (
        <section aria-labelledby="samples" className="column">
          <h2 id="samples">{t("samples")}</h2>
          <p className="muted small">{t("samplesHint")}</p>
          <h3>{t("domain:language.vi")}</h3>
          <blockquote lang="vi" className="prose">
            {samples.vi}
          </blockquote>
          <h3>{t("domain:language.en")}</h3>
          <blockquote lang="en" className="prose">
            {samples.en}
          </blockquote>
        </section>
      )}
      {keeps && template && template.state !== "withdrawn" && (
        <form method="post" noValidate>
          <input type="hidden" name="version" value={template.version} />
          <p className="muted">{t("endHint")}</p>
          <Button variant="danger" name="_end" value="1">
            {t("end")}
          </Button>
        </form>
      )}
    </>
  );
}
