import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/calendar";
import { draftCalendarDay, draftDayInput } from "../../commands/draft-calendar-day.ts";
import { draftCalendarSwap, draftSwapInput } from "../../commands/draft-calendar-swap.ts";
import { dropCalendarDraft, dropDraftInput } from "../../commands/drop-calendar-draft.ts";
import { forceCalendar, forceCalendarInput } from "../../commands/force-calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { loadCalendarPage } from "../../http/calendar-page.ts";
import { actorContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Attempt, attempt, notFound } from "../../http/perform.ts";
import { CalendarDraft } from "./parts/calendar-draft.tsx";
import { CalendarForms } from "./parts/calendar-forms.tsx";
import { CalendarVersions, CalendarYear } from "./parts/calendar-year.tsx";
import { PageOutcome } from "./parts/page-outcome.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  if (!mayEver(context.get(actorContext), "manage-calendar")) throw notFound();
  const asked = { version: url.searchParams.get("version"), year: url.searchParams.get("year") };
  const done = ["drafted", "dropped", "saved"].find((word) => word === url.searchParams.get("done")) ?? null;
  return { ...(await loadCalendarPage(context, asked)), done };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-calendar")) throw notFound();
  const form = await request.formData();
  const act = String(form.get("_act") ?? "");
  const input = formInput(form);
  const given = await actOn(act, input, context);
  if (!given) throw notFound();
  if (given.done.ok) return redirect(`/office/calendar?done=${given.word}`, 303);
  const { _act, base: _base, days: _days, ...values } = typedValues(form);
  const { errors, status, refusal = null } = given.done;
  return data({ form: `calendar-${act}`, errors, values, refusal }, status);
}

/** What a form of the page does; null for a form that it does not have. */
async function actOn(
  act: string,
  input: unknown,
  context: Route.ActionArgs["context"],
): Promise<{ done: Attempt<unknown>; word: string } | null> {
  switch (act) {
    case "day":
      return { done: await attempt(context, draftCalendarDay, draftDayInput, input), word: "drafted" };
    case "swap":
      return { done: await attempt(context, draftCalendarSwap, draftSwapInput, input), word: "drafted" };
    case "drop":
      return { done: await attempt(context, dropCalendarDraft, dropDraftInput, input), word: "dropped" };
    case "force":
      return { done: await attempt(context, forceCalendar, forceCalendarInput, input), word: "saved" };
    default:
      return null;
  }
}

export type CalendarPage = Route.ComponentProps["loaderData"];

export default function WorkingCalendar({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["clocks"]);
  const state = actionData ?? null;
  const { done, current } = loaderData;
  return (
    <>
      <PageOutcome
        title={t("calendar.title")}
        state={state}
        form={state?.form ?? ""}
        done={done && t(`calendar.${done}`, { version: current })}
      />
      <h1>{t("calendar.title")}</h1>
      <p className="column">{t("calendar.about")}</p>
      {loaderData.draft.length > 0 && <CalendarDraft page={loaderData} state={state} />}
      <CalendarYear page={loaderData} />
      <CalendarForms state={state} />
      <CalendarVersions page={loaderData} />
    </>
  );
}
