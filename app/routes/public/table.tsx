import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { ErrorSummary, type FormError } from "../../components/error-summary.tsx";
import { FileField, TextArea, TrapField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { localDate } from "../../domain/calendar.ts";
import { fieldsOf } from "../../domain/form-steps.ts";
import { findDossier } from "../../../db/dossiers.ts";
import { findTable } from "../../../db/tables.ts";
import { answeredContext, choicesContext, langContext, portalContext } from "../../http/context.ts";
import { readFormToken } from "../../http/form-session.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import type { Route } from "./+types/table";
import { useFieldWords } from "../../components/field-words.ts";
import { PublicPage } from "./public-page.tsx";
import { tableAddress, TRAP } from "./submission-address.ts";
import { SubmissionField } from "../../components/submission-field.tsx";
import { handleTable } from "./table-form.ts";
import { CheckedTable, FiledTable, TableProblems } from "./table-parts.tsx";

/** Many barriers of one sender: a table to send, its check page, and the codes of what was filed. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const now = clock();
  const step = new URL(request.url).searchParams.get("step");
  const token = readFormToken(request, env.PUBLIC_URL);
  const answered = context.get(answeredContext);
  const lists = await referenceLists(store, now);
  context.set(choicesContext, lists.choices[lang]);
  const today = localDate(now);
  if (answered || (step !== "check" && step !== "done")) return data({ view: "send" as const, today });
  if (step === "done") {
    const dossier = token ? await findDossier(store.read, token, now) : null;
    if (!dossier) throw redirect(tableAddress(lang));
    return data({ view: "done" as const, dossier, today });
  }
  const table = token ? await findTable(store.read, token, now) : null;
  if (!table) throw redirect(tableAddress(lang));
  return data({ view: "check" as const, table, today });
}

export async function action({ request, context }: Route.ActionArgs) {
  return handleTable(request, context);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function TablePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("barrier");
  const lang = i18n.language === "en" ? "en" : "vi";
  if (loaderData.view === "done") {
    const { dossier } = loaderData;
    const title = t("table.doneTitle", { n: dossier.rows.length });
    return (
      <PublicPage title={title} unlisted>
        <FiledTable title={title} dossier={dossier} lang={lang} />
      </PublicPage>
    );
  }
  if (loaderData.view === "check") {
    return (
      <PublicPage title={t("table.checkTitle")} unlisted back={{ href: tableAddress(lang) }}>
        <h1>{t("table.checkTitle")}</h1>
        <CheckedTable table={loaderData.table} lang={lang} />
      </PublicPage>
    );
  }
  return <SendTable refused={actionData} today={loaderData.today} lang={lang} />;
}

type Refused = Route.ComponentProps["actionData"];

function SendTable({ refused, today, lang }: { refused: Refused; today: string; lang: "vi" | "en" }) {
  const { t } = useTranslation("barrier");
  const { t: words } = useTranslation("public");
  const { summaryOf } = useFieldWords("barrier");
  const values: Readonly<Record<string, string>> = refused?.values ?? {};
  const { table, ...errors } = refused?.errors ?? {};
  const problems = refused?.problems ?? [];
  const wrong = table === undefined ? undefined : t(`table.errors.${table}`, { n: problems.length });
  const lines: FormError[] = [
    ...(wrong === undefined ? [] : [{ name: problems.length > 0 ? "problems" : "file", message: wrong }]),
    ...summaryOf(errors),
  ];
  const needed = { provisions: t("table.columns.provisions"), content: t("table.columns.content") };
  return (
    <PublicPage
      title={t("table.title")}
      description={t("table.lead")}
      invalid={lines.length > 0}
      back={{ href: `/${lang}/submit/barrier` }}
    >
      <ErrorSummary errors={lines} />
      {refused?.problem && (
        <Notice tone="warning" live title={words(`problem.${refused.problem}.title`)}>
          <p>{words(`problem.${refused.problem}.text`)}</p>
        </Notice>
      )}
      <h1>{t("table.title")}</h1>
      <TableProblems problems={problems} />
      <div className="column">
        <p>{t("table.lead")}</p>
        <p>{t("table.how", needed)}</p>
        <p>
          <a href={`/${lang}/submit/barrier/table/template.csv`} download>
            {t("table.template")}
          </a>
        </p>
      </div>
      <form method="post" action={tableAddress(lang)} encType="multipart/form-data" className="column" noValidate>
        <FileField
          name="file"
          label={t("table.file")}
          hint={t("table.fileHint")}
          error={problems.length === 0 ? wrong : undefined}
          accept=".csv,.tsv,.txt,text/csv"
        />
        <TextArea
          name="pasted"
          label={t("table.pasted")}
          hint={t("table.pastedHint")}
          rows={6}
          defaultValue={values.pasted ?? ""}
          spellCheck={false}
        />
        <h2>{t("table.senderTitle")}</h2>
        {fieldsOf("barrier", "who").map((name) => (
          <SubmissionField
            key={name}
            kind="barrier"
            name={name}
            value={values[name] ?? ""}
            errors={errors}
            today={today}
          />
        ))}
        <TrapField name={TRAP} />
        <p>
          <Button>{t("table.check")}</Button>
        </p>
      </form>
    </PublicPage>
  );
}
