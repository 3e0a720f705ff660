import { useTranslation } from "react-i18next";
import { data, Link, redirect } from "react-router";
import type { Route } from "./+types/bulk";
import { listAgencies } from "../../../db/agencies.ts";
import { currentCalendarVersion, loadCalendar } from "../../../db/deadline-settings.ts";
import { startBatch, startBatchInput } from "../../commands/start-batch.ts";
import { Button } from "../../components/button.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { type BulkAct, bulkActs, bulkActsFor } from "../../domain/bulk-acts.ts";
import { localDate } from "../../domain/calendar.ts";
import type { Actor, StaffActor } from "../../domain/actor.ts";
import { previewedActs } from "../../domain/previewed-acts.ts";
import { snoozeDays } from "../../domain/snooze.ts";
import {
  checkBulkInput,
  namedCases,
  parseSelected,
  readSelected,
  rehearsalMark,
  rehearse,
  runBatch,
  type Selected,
} from "../../http/bulk.ts";
import { actorContext, langContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { previewAct } from "../../http/preview.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import { BulkFields, RehearsedFields } from "./parts/bulk-fields.tsx";
import { useFormWords } from "./parts/form-words.ts";
import { Leaving } from "./parts/leaving.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { SkippedCases } from "./parts/skipped-cases.tsx";

/** The fields that say what the form is for, and are no part of the act. */
const ownNames: readonly string[] = ["_act", "_intent", "cases", "able", "rehearsed", "query", "all", "case", "act"];

export async function loader({ url, context }: Route.LoaderArgs) {
  const actor = staffOf(context.get(actorContext));
  const { store, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const acts = bulkActsFor(actor);
  const [firstAct] = acts;
  if (!firstAct) throw notFound();
  const selected = await readSelected(context, actor, url.searchParams);
  const today = localDate(clock());
  const calendar = await loadCalendar(store.read, await currentCalendarVersion(store.read));
  const agencies = await listAgencies(store.read, today);
  const { field, bottleneck } = (await referenceLists(store, clock())).choices[lang];
  return {
    act: acts.find((known) => known === url.searchParams.get("act")) ?? firstAct,
    cases: selected.map(({ code, version }) => `${code}:${version}`),
    back: `/office?${(url.searchParams.get("query") ?? "").slice(0, 2000)}`,
    lists: {
      agencies: agencies.map((agency) => ({
        value: String(agency.id),
        label: lang === "vi" ? agency.nameVi : agency.nameEn,
      })),
      field,
      bottleneck,
      days: snoozeDays(today, calendar),
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const actor = staffOf(context.get(actorContext));
  const form = await request.formData();
  const act = bulkActs.find((known) => known === form.get("_act"));
  if (!act || !bulkActsFor(actor).includes(act)) throw notFound();
  const intent = form.get("_intent");
  const running = intent === "run";
  const cases = String(form.get(running ? "able" : "cases") ?? "").slice(0, 40_000);
  const items = parseSelected(cases.split(" "));
  const input = Object.fromEntries(Object.entries(formInput(form)).filter(([name]) => !ownNames.includes(name)));
  const values = Object.fromEntries(Object.entries(typedValues(form)).filter(([name]) => !ownNames.includes(name)));
  const state = { form: act, values, dryRun: null };
  if (intent === "change") return data({ ...state, errors: {} });
  const errors = checkBulkInput(act, input);
  if (Object.keys(errors).length > 0) return data({ ...state, errors }, 422);
  // Nothing is done but what was rehearsed: other values or other cases are rehearsed first.
  const rehearsed = running && form.get("rehearsed") === rehearsalMark(act, values, items);
  if (!rehearsed) {
    const dryRun = { ...(await rehearseFor(context, actor, { act, input, values, items })), changed: running };
    return data({ ...state, errors: {}, dryRun }, running ? 409 : 200);
  }
  const started = await attempt(context, startBatch, startBatchInput, { act, input, items });
  if (!started.ok) return data({ ...state, errors: started.errors }, started.status);
  await runBatch(context, actor, started.value.id);
  return redirect(`/office/bulk/${started.value.id}`, 303);
}

interface Asked {
  readonly act: BulkAct;
  readonly input: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, string>>;
  readonly items: readonly Selected[];
}

/** What would come of an act on many cases, with what it would send by the example of the first. */
async function rehearseFor(context: Route.ActionArgs["context"], actor: StaffActor, asked: Asked) {
  const { act, input, values, items } = asked;
  const results = await rehearse(context, actor, act, input, items);
  const able = results.filter(({ problem }) => problem === null).map(({ code, version }) => ({ code, version }));
  const [first] = able;
  const tried =
    first && previewedActs.includes(act) ? await previewAct(context, act, first.code, { ...input, ...first }) : null;
  return {
    results,
    mark: rehearsalMark(act, values, able),
    named: await namedCases(context, actor, able),
    leaving: tried?.ok ? tried.preview : null,
  };
}

function staffOf(actor: Actor) {
  if (actor.kind !== "staff") throw notFound();
  return actor;
}

export default function Bulk({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["bulk", "office"]);
  const { act, cases, back, lists } = loaderData;
  const state = actionData ?? null;
  const { errors } = useFormWords(act, state);
  const title = t("titleOf", { act: t(`office:act.${act}`) });
  return (
    <>
      <PageTitle invalid={errors.length > 0}>{title}</PageTitle>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>
        <Link to={back}>{t("back")}</Link>
      </p>
      {cases.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <form method="post" noValidate className="bulk-form">
          <input type="hidden" name="_act" value={act} />
          <input type="hidden" name="cases" value={cases.join(" ")} />
          <p className="strong">{t("selected", { count: cases.length })}</p>
          <p className="muted">{t(`office:hint.${act}`)}</p>
          {state?.dryRun ? (
            <>
              <RehearsedFields act={act} lists={lists} state={state} />
              <DryRun run={state.dryRun} act={act} />
            </>
          ) : (
            <>
              <BulkFields act={act} lists={lists} state={state} key={act} />
              <Button name="_intent" value="try">
                {t("try")}
              </Button>
            </>
          )}
        </form>
      )}
    </>
  );
}

type Run = Awaited<ReturnType<typeof rehearseFor>> & { readonly changed: boolean };

/** What would come of it, before any of it is done: how many would change, and why the others would not. */
function DryRun({ run, act }: { run: Run; act: BulkAct }) {
  const { t } = useTranslation("bulk");
  const { results, mark, named, leaving, changed } = run;
  const able = results.filter(({ problem }) => problem === null);
  const refused = results.flatMap(({ code, problem }) => (problem === null ? [] : [{ code, problem }]));
  return (
    <section aria-labelledby="dry-run" className="dry-run">
      <h2 id="dry-run" tabIndex={-1} autoFocus>
        {t("dryRun")}
      </h2>
      {changed && (
        <Notice tone="warning" title={t("changed.title")}>
          {t("changed.text")}
        </Notice>
      )}
      <Notice live tone={able.length > 0 ? "info" : "warning"}>
        <p>
          {t("wouldChange", { count: able.length })}
          {refused.length > 0 && ` ${t("wouldSkip", { count: refused.length })}`}
        </p>
      </Notice>
      {refused.length > 0 && <SkippedCases cases={refused} />}
      {able.length > 0 && (
        <Disclosure summary={t("able")} open={able.length <= 10}>
          <ul>
            {named.map(({ code, title, lang }) => (
              <li key={code}>
                <Link to={`/office/cases/${code}`}>
                  <CodeText>{code}</CodeText>
                </Link>{" "}
                <span lang={lang}>{title}</span>
              </li>
            ))}
          </ul>
          {able.length > named.length && <p>{t("more", { count: able.length - named.length })}</p>}
        </Disclosure>
      )}
      {leaving && (
        <Disclosure summary={t("leaving", { code: able[0]?.code })}>
          <Leaving preview={leaving} />
        </Disclosure>
      )}
      {able.length > 0 && (
        <>
          <input type="hidden" name="rehearsed" value={mark} />
          <input type="hidden" name="able" value={able.map(({ code, version }) => `${code}:${version}`).join(" ")} />
          <Button variant={act === "decline" ? "danger" : "primary"} name="_intent" value="run">
            {t("run", { count: able.length })}
          </Button>{" "}
        </>
      )}
      <Button variant="secondary" name="_intent" value="change">
        {t("change")}
      </Button>
    </section>
  );
}
