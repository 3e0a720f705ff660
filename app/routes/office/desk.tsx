import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/desk";
import { listFiledBy } from "../../../db/filed-cases.ts";
import { fileForPerson } from "../../commands/file-for-person.ts";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { ChoicesContext } from "../../components/choices.ts";
import { CodeText } from "../../components/code-text.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { localDate } from "../../domain/calendar.ts";
import { deskChannels, type Kind, kinds } from "../../domain/case-kind.ts";
import { checkAll, fieldsOf, stepsOf } from "../../domain/form-steps.ts";
import { isKind } from "../../domain/forms.ts";
import { mayEver } from "../../domain/permissions.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { NO_COMMUNE } from "../../domain/form-common.ts";
import { readDeskForm } from "../../http/desk-form.ts";
import { langContext, portalContext, staffContext } from "../../http/context.ts";
import { readForm } from "../../http/form-input.ts";
import { answersHash, newFormToken } from "../../http/form-session.ts";
import { notFound, perform } from "../../http/perform.ts";
import { referenceLists } from "../../http/reference-lists.ts";
import { useFieldWords } from "../../components/field-words.ts";
import { SubmissionField } from "../../components/submission-field.tsx";
import { PageTitle } from "./parts/page-title.tsx";

const MOST_FILED = 20;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const clerk = context.get(staffContext);
  if (!clerk || !mayEver(clerk, "submit")) throw notFound();
  const now = clock();
  const lang = context.get(langContext);
  const filed = await listFiledBy(store.read, clerk, MOST_FILED);
  return {
    kind: kindIn(url),
    choices: (await referenceLists(store, now)).choices[lang],
    key: newFormToken(),
    today: localDate(now),
    filed: filed.map(({ code, title, textLang, status, dueAt }) => ({ code, title, textLang, status, dueAt })),
  };
}

const kindIn = (url: URL): Kind => {
  const asked = url.searchParams.get("kind") ?? "";
  return isKind(asked) ? asked : "feedback";
};

interface Refused {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** The communes that a typed name may mean. */
  readonly places: readonly { value: string; label: string }[];
  /** One of them has to be chosen. */
  readonly open: boolean;
  readonly failed: boolean;
}

/** Files the case, or shows the form again with everything still there. */
export async function action({ request, url, context }: Route.ActionArgs) {
  const { store, clock } = context.get(portalContext);
  const kind = kindIn(url);
  const lang = context.get(langContext);
  const now = clock();
  const {
    values,
    errors: wrong,
    places,
    open,
    answers,
  } = await readDeskForm(store, kind, await readForm(request), lang, now);
  const refused = (status: number, errors: FieldErrors = {}) =>
    data({ values, errors, places, open, failed: status !== 422 } satisfies Refused, { status });
  const checked = checkAll(kind, answers, localDate(now));
  const channel = deskChannels.find((known) => known === values.channel);
  const noChannel: FieldErrors = channel ? {} : { channel: "empty" };
  const errors = { ...noChannel, ...wrong, ...(checked.ok ? {} : checked.errors) };
  if (!checked.ok || !channel || open || Object.keys(errors).length > 0) return refused(422, errors);
  const key = values.key ?? newFormToken();
  const filed = await perform(context, fileForPerson, {
    answers: checked.value,
    channel,
    key,
    bodyHash: answersHash(checked.value),
  });
  if (filed.ok) return redirect("/office/desk/receipt", 303);
  return filed.status === 422 ? refused(422, filed.errors) : refused(filed.status);
}

export default function Desk({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("desk");
  const { summaryOf } = useFieldWords(loaderData.kind);
  const { kind, key } = loaderData;
  const errors = actionData?.errors ?? {};
  const summary = summaryOf(errors).map((line) =>
    line.name === "channel" ? { ...line, message: t("channelError") } : line,
  );
  return (
    <ChoicesContext value={loaderData.choices}>
      <PageTitle>{t("title")}</PageTitle>
      <ErrorSummary errors={summary} />
      {actionData?.open && !errors.communeCode && (
        <Notice live>
          <a href="#communeCode">{t("placeOpen", { name: actionData.values.place ?? "" })}</a>
        </Notice>
      )}
      {actionData?.failed && (
        <Notice tone="warning" live>
          {t("failed")}
        </Notice>
      )}
      <h1>{t("title")}</h1>
      <p className="column">{t("lead")}</p>
      <nav aria-label={t("kinds")} className="cluster">
        {kinds.map((name) => (
          <a key={name} href={`/office/desk?kind=${name}`} aria-current={name === kind ? "page" : undefined}>
            {t(`domain:kind.${name}`)}
          </a>
        ))}
      </nav>
      <form method="post" action={`/office/desk?kind=${kind}`} noValidate>
        <input type="hidden" name="key" value={actionData?.values.key ?? key} />
        <DeskFields
          {...loaderData}
          values={actionData?.values ?? {}}
          errors={errors}
          places={actionData?.places ?? []}
          open={actionData?.open ?? false}
        />
        <Button icon="send">{t("send")}</Button>
      </form>
      <Filed filed={loaderData.filed} />
    </ChoicesContext>
  );
}

interface DeskFieldsProps extends Omit<Refused, "failed"> {
  readonly kind: Kind;
  readonly today: string;
}

/** All questions of the kind on one page: how it came in, then what the person would be asked. */
function DeskFields({ kind, today, values, errors, places, open }: DeskFieldsProps) {
  const { t } = useTranslation("desk");
  const { labelOf, hintOf, errorOf } = useFieldWords(kind);
  return (
    <div className="halves">
      <section className="halves__whole halves">
        <RadioGroup
          name="channel"
          inline
          label={t("channel")}
          error={errors.channel && t("channelError")}
          options={deskChannels.map((value) => ({ value, label: t(`domain:channel.${value}`) }))}
          value={values.channel}
        />
        <RadioGroup
          name="lang"
          inline
          label={t("lang")}
          options={(["vi", "en"] as const).map((value) => ({ value, label: t(`domain:language.${value}`) }))}
          value={values.lang ?? "vi"}
        />
      </section>
      {stepsOf(kind).map((step) => (
        <section key={step}>
          {step === "where" && (
            <TextField
              name="place"
              label={labelOf("place")}
              hint={hintOf("place")}
              error={errorOf(errors, "place")}
              optional
              defaultValue={values.place ?? ""}
              autoComplete="off"
            />
          )}
          {step === "where" && places.length > 0 && (
            <>
              <input type="hidden" name="askedPlace" value={(values.place ?? "").trim()} />
              <RadioGroup
                name="communeCode"
                label={t("whichPlace")}
                hint={open ? t("whichPlaceHint") : undefined}
                error={errorOf(errors, "communeCode")}
                options={[...places, { value: NO_COMMUNE, label: t("placeOther") }]}
                value={values.communeCode}
              />
            </>
          )}
          {fieldsOf(kind, step)
            .filter((name) => name !== "communeCode")
            .map((name) => (
              <SubmissionField key={name} {...{ kind, name, errors, today }} value={values[name] ?? ""} />
            ))}
        </section>
      ))}
    </div>
  );
}

type FiledCase = Route.ComponentProps["loaderData"]["filed"][number];

/** What this clerk filed and may still look into. */
function Filed({ filed }: { filed: readonly FiledCase[] }) {
  const { t } = useTranslation("desk");
  if (filed.length === 0) return null;
  return (
    <section>
      <h2>{t("filed")}</h2>
      <p className="column">{t("filedLead")}</p>
      <ul className="plain-list stack">
        {filed.map(({ code, title, textLang, status, dueAt }) => (
          <li key={code}>
            <CodeText mark="code">{code}</CodeText> <span lang={textLang}>{title}</span>
            <div className="muted small">
              {t(`domain:status.${status}`)} · {t("due")} <Time value={dueAt} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
