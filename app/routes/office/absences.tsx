import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/absences";
import { endAbsence, endAbsenceInput } from "../../commands/end-absence.ts";
import { setAbsence, setAbsenceInput } from "../../commands/set-absence.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { FilterForm } from "../../components/filter-form.tsx";
import { SelectField } from "../../components/field.tsx";
import { loadAbsences } from "../../http/absences-page.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { AbsenceForm } from "./parts/absence-form.tsx";
import { OwnAbsences, OthersAbsences, StandsInFor } from "./parts/absence-lists.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  if (actor.kind !== "staff") throw notFound();
  const done = ["set", "ended"].find((word) => word === url.searchParams.get("done")) ?? null;
  return { ...(await loadAbsences(context, actor, url)), done };
}

export async function action({ request, url, context }: Route.ActionArgs) {
  const form = await request.formData();
  const act = form.get("_act");
  const input = formInput(form);
  if (act !== "set" && act !== "end") throw notFound();
  const attempted =
    act === "set"
      ? await attempt(context, setAbsence, setAbsenceInput, input)
      : await attempt(context, endAbsence, endAbsenceInput, input);
  const back = new URLSearchParams({ done: act === "set" ? "set" : "ended" });
  const person = url.searchParams.get("person");
  if (person !== null) back.set("person", person);
  if (attempted.ok) return redirect(`/office/absences?${back}`, 303);
  const { errors, status, refusal = null } = attempted;
  return data({ form: act === "set" ? "absence" : "", errors, values: typedValues(form), refusal }, status);
}

export default function Absences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("absences");
  const state = actionData ?? null;
  const { person, done, colleagues, others, standsInFor } = loaderData;
  return (
    <>
      <PageOutcome title={t("title")} state={state} form="absence" done={done && t(`done.${done}`)} />
      <h1>{t("title")}</h1>
      <p className="column">{t("about")}</p>
      <OwnAbsences page={loaderData} />
      <div className="moves column">
        <Disclosure
          id="absence-new"
          summary={person.own ? t("new") : t("newFor", { name: person.name })}
          open={state?.form === "absence" || !person.own}
        >
          <AbsenceForm page={loaderData} state={state} />
        </Disclosure>
      </div>
      {standsInFor.length > 0 && <StandsInFor page={loaderData} />}
      {others && <OthersAbsences page={loaderData} others={others} />}
      {colleagues.length > 0 && (
        <FilterForm
          action="/office/absences"
          title={t("forOther")}
          clearHref={person.own ? undefined : "/office/absences"}
        >
          <SelectField
            name="person"
            label={t("person")}
            options={colleagues}
            empty={null}
            defaultValue={String(person.id)}
            width="full"
          />
        </FilterForm>
      )}
    </>
  );
}
