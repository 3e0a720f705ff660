import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/redaction-rules";
import { saveRedactionRule, saveRedactionRuleInput } from "../../commands/save-redaction-rule.ts";
import { DataTable } from "../../components/data-table.tsx";
import { dateWords } from "../../components/date-words.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { searchedWords } from "../../domain/standing-rules.ts";
import { mayEver } from "../../domain/permissions.ts";
import { listRedactionRules } from "../../../db/redaction-rules.ts";
import { actorContext, portalContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { attempt, notFound } from "../../http/perform.ts";
import { PageOutcome } from "./parts/page-outcome.tsx";
import { RedactionRuleForm } from "./parts/redaction-rule-form.tsx";

export async function loader({ url, context }: Route.LoaderArgs) {
  if (!mayEver(context.get(actorContext), "manage-redactions")) throw notFound();
  const rules = await listRedactionRules(context.get(portalContext).store.read);
  return { rules, saved: url.searchParams.has("saved") };
}

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-redactions")) throw notFound();
  const form = await request.formData();
  const attempted = await attempt(context, saveRedactionRule, saveRedactionRuleInput, formInput(form));
  if (attempted.ok) return redirect("/office/redaction-rules?saved=", 303);
  const { errors, status, refusal = null } = attempted;
  const { version: _version, ...values } = typedValues(form);
  return data({ form: "redaction-rule", errors, values, refusal }, status);
}

/** The words that are masked in every new proposal, with their reasons and dates. */
export default function RedactionRules({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("publishing");
  const { t: furniture } = useTranslation("furniture");
  const state = actionData ?? null;
  const { rules, saved } = loaderData;
  return (
    <>
      <PageOutcome
        title={t("rules.title")}
        state={state}
        form="redaction-rule"
        done={saved ? t("rules.saved") : null}
      />
      <h1>{t("rules.title")}</h1>
      <p className="column">{t("rules.about")}</p>
      <div className="moves column">
        <Disclosure id="add-rule" summary={t("rules.add")} open={state !== null && !state.values.id}>
          <RedactionRuleForm rule={null} state={state?.values.id ? null : state} />
        </Disclosure>
      </div>
      {rules.length === 0 ? (
        <EmptyState title={t("rules.none")} />
      ) : (
        <DataTable
          label={t("rules.title")}
          rows={rules}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: "words",
              header: t("rules.words"),
              rowHeader: true,
              cell: ({ words }) => (
                <>
                  <bdi>{words}</bdi>
                  <Published words={searchedWords(words)} />
                </>
              ),
            },
            { key: "reason", header: t("rules.reason"), cell: ({ reason }) => t(`reason.${reason}`) },
            { key: "note", header: t("rules.note"), cell: ({ note }) => <bdi>{note}</bdi> },
            {
              key: "valid",
              header: t("rules.valid"),
              cell: ({ validFrom, validTo }) =>
                [
                  dateWords(validFrom, "short", furniture),
                  validTo ? dateWords(validTo, "short", furniture) : t("rules.forever"),
                ].join(" – "),
            },
            {
              key: "change",
              header: t("rules.change"),
              cell: (rule) => (
                <Disclosure
                  id={`rule-${rule.id}`}
                  summary={t("rules.change")}
                  open={state?.values.id === String(rule.id)}
                >
                  <RedactionRuleForm rule={rule} state={state?.values.id === String(rule.id) ? state : null} />
                </Disclosure>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

/** A rule masks no text that is public already: here an editor finds what to propose anew. */
function Published({ words }: { words: string }) {
  const { t, i18n } = useTranslation("publishing");
  if (words === "") return null;
  return (
    <p className="small">
      <a href={`/${i18n.language}/cases?${new URLSearchParams({ q: words })}`}>{t("rules.published")}</a>
    </p>
  );
}
