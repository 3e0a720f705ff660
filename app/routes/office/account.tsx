import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/account";
import { listSessions } from "../../../db/sessions.ts";
import { findStaff, setStaffShortcuts } from "../../../db/staff.ts";
import { changePassword } from "../../commands/change-password.ts";
import { signOut } from "../../commands/sign-out.ts";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Dl } from "../../components/dl.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { languages } from "../../domain/case-kind.ts";
import { shortcutModes } from "../../domain/shortcuts.ts";
import { passwordError } from "../../domain/password-rules.ts";
import { portalContext, staffContext } from "../../http/context.ts";
import { hashPassword, verifyPassword } from "../../http/password.ts";
import { notFound, perform } from "../../http/perform.ts";
import { readSession, sessionIdOf } from "../../http/session.ts";
import { type FormState, useFormWords } from "./parts/form-words.ts";
import { PageTitle } from "./parts/page-title.tsx";

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

const done = ["password", "others", "shortcuts"] as const;

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const person = context.get(staffContext);
  const own = await readSession(request, context);
  if (!person || !own) throw notFound();
  const sessions = await listSessions(store.read, person.staffId, clock());
  return {
    person: {
      name: person.name,
      email: person.email,
      role: person.role,
      agency: person.lang === "vi" ? person.agencyVi : person.agencyEn,
      lang: person.lang,
      shortcuts: person.shortcuts,
    },
    // A session is told by its times alone: its hash stays on the server.
    sessions: sessions.map(({ idHash, createdAt, seenAt }) => ({
      createdAt,
      seenAt,
      own: idHash === own.session.idHash,
    })),
    done: done.find((name) => url.searchParams.get("done") === name) ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const person = context.get(staffContext);
  const own = await readSession(request, context);
  if (!person || !own) throw notFound();
  const form = await request.formData();
  if (form.get("_act") === "end-others") {
    const others = { staffId: person.staffId, keep: own.session.idHash };
    await perform(context, signOut, { session: sessionIdOf(request, context) ?? "", others });
    return redirect("/office/account?done=others", 303);
  }
  if (form.get("_act") === "shortcuts") {
    const shortcuts = shortcutModes.find((mode) => mode === form.get("shortcuts"));
    if (!shortcuts) throw notFound();
    await context.get(portalContext).store.write((tx) => setStaffShortcuts(tx, person.staffId, shortcuts));
    return redirect("/office/account?done=shortcuts", 303);
  }
  if (form.get("_act") !== "password") throw notFound();

  const { store, limiter } = context.get(portalContext);
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 1_000);
  const refuse = (errors: Record<string, string>, status: number, more: Record<string, string> = {}) =>
    data({ form: "account", errors, values: {} } satisfies FormState, { status, headers: more });
  const wait = limiter.take("sign-in", `staff ${person.staffId}`);
  if (wait > 0) return refuse({ current: "too-often" }, 429, { "Retry-After": String(wait) });
  const errors: Record<string, string> = {};
  const rule = passwordError(text("password"), person);
  if (text("current") === "") errors.current = "empty";
  if (rule) errors.password = rule;
  else if (text("password") !== text("again")) errors.again = "differs";
  if (Object.keys(errors).length > 0) return refuse(errors, 422);
  const row = await findStaff(store.read, person.staffId);
  const currentHash = row?.passwordHash ?? "";
  if (!(await verifyPassword(text("current"), currentHash))) return refuse({ current: "wrong" }, 422);
  const passwordHash = await hashPassword(text("password"));
  const changed = await perform(context, changePassword, {
    currentHash,
    passwordHash,
    keepSession: own.session.idHash,
  });
  return changed.ok
    ? redirect("/office/account?done=password", 303)
    : refuse({ current: "unavailable" }, changed.status);
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["office", "domain", "console"]);
  const { person, sessions, done: said } = loaderData;
  const { field, errors } = useFormWords("account", actionData);
  return (
    <>
      <PageTitle invalid={errors.length > 0}>{t("account.title")}</PageTitle>
      <ErrorSummary errors={errors} />
      {said && !actionData && (
        <Notice tone="success" live first>
          {t(said === "shortcuts" ? "console:shortcuts.done" : `account.done.${said}`)}
        </Notice>
      )}
      <h1>{t("account.title")}</h1>
      <Dl
        look="tight"
        pairs={[
          { label: t("people.name"), value: person.name },
          { label: t("people.email"), value: person.email },
          { label: t("people.role"), value: t(`domain:role.${person.role}`) },
          { label: t("people.agency"), value: person.agency },
        ]}
      />
      <p className="muted">{t("account.wrong")}</p>
      <section className="column" aria-labelledby="password-form">
        <h2 id="password-form">{t("account.password")}</h2>
        <form method="post" noValidate>
          <input type="hidden" name="_act" value="password" />
          <TextField {...field("current")} type="password" autoComplete="current-password" width="medium" />
          <TextField {...field("password")} type="password" autoComplete="new-password" width="medium" />
          <TextField {...field("again")} type="password" autoComplete="new-password" width="medium" />
          <Button>{t("account.change")}</Button>
        </form>
      </section>
      <section className="column" aria-labelledby="language-form">
        <h2 id="language-form">{t("account.language")}</h2>
        <form method="post" action="/office/language">
          <input type="hidden" name="back" value="/office/account" />
          <RadioGroup
            name="lang"
            label={t("account.languageLabel")}
            value={person.lang}
            inline
            options={languages.map((lang) => ({ value: lang, label: t(`domain:language.${lang}`) }))}
          />
          <Button variant="secondary">{t("account.languageSave")}</Button>
        </form>
      </section>
      <section className="column" aria-labelledby="shortcuts-form">
        <h2 id="shortcuts-form">{t("console:shortcuts.title")}</h2>
        <form method="post">
          <input type="hidden" name="_act" value="shortcuts" />
          <RadioGroup
            name="shortcuts"
            label={t("console:shortcuts.label")}
            hint={t("console:shortcuts.hint")}
            value={person.shortcuts}
            options={shortcutModes.map((mode) => ({ value: mode, label: t(`console:shortcuts.${mode}`) }))}
          />
          <Button variant="secondary">{t("console:shortcuts.save")}</Button>
        </form>
      </section>
      <section>
        <h2 id="sessions">{t("account.sessions")}</h2>
        <DataTable
          label={t("account.sessions")}
          rows={sessions}
          rowKey={(row) => row.createdAt.toISOString() + String(row.own)}
          columns={[
            {
              key: "created",
              header: t("account.since"),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Time value={row.createdAt} format="time" /> {row.own && <strong>({t("account.this")})</strong>}
                </>
              ),
            },
            { key: "seen", header: t("account.seen"), cell: (row) => <Time value={row.seenAt} format="time" /> },
          ]}
        />
        {sessions.length > 1 && (
          <form method="post">
            <input type="hidden" name="_act" value="end-others" />
            <Button variant="secondary">{t("account.endOthers")}</Button>
          </form>
        )}
      </section>
    </>
  );
}
