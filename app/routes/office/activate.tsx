import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/activate";
import { findByActivation, SETUP_EMAIL } from "../../../db/staff.ts";
import { activateAccount, activateInput } from "../../commands/activate-account.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { OfficeShell } from "../../components/office-shell.tsx";
import { checkInput } from "../../domain/check-input.ts";
import { passwordError } from "../../domain/password-rules.ts";
import { portalContext, sourceContext } from "../../http/context.ts";
import { hashPassword } from "../../http/password.ts";
import { attempt } from "../../http/perform.ts";
import officeCss from "../../styles/office.css?url";
import { type FormState, useFormWords } from "./parts/form-words.ts";
import { LanguageQuery, languageOfQuery } from "./parts/language-query.tsx";
import { PageTitle } from "./parts/page-title.tsx";

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: officeCss }];
export const middleware: Route.MiddlewareFunction[] = [languageOfQuery];
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

/** Reading the page spends nothing: programs that open links in mails must not use them up. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const token = url.searchParams.get("token") ?? "";
  const person = await findByActivation(store.read, token.slice(0, 200), clock());
  if (!person) return data({ token: "", email: null, setup: false }, { status: 410 });
  const setup = person.email === SETUP_EMAIL;
  return data({ token, email: setup ? null : person.email, setup });
}

export async function action({ request, context }: Route.ActionArgs) {
  const { store, clock, limiter } = context.get(portalContext);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const [token, password, name, email] = [text("token").slice(0, 200), text("password"), text("name"), text("email")];
  const refuse = (errors: Record<string, string>, status: number, more: Record<string, string> = {}) =>
    data({ form: "activate", errors, values: { name, email } } satisfies FormState, { status, headers: more });

  const wait = limiter.take("sign-in", context.get(sourceContext));
  if (wait > 0) return refuse({ password: "too-often" }, 429, { "Retry-After": String(wait) });
  const person = await findByActivation(store.read, token, clock());
  if (!person) return refuse({}, 410);
  const setup = person.email === SETUP_EMAIL;
  const owner = setup ? { name, email } : person;
  const input = { token, name: setup ? name : "", email: setup ? email : "", passwordHash: "none yet" };
  const checked = checkInput(activateInput, input);
  const errors: Record<string, string> = checked.ok ? {} : { ...checked.errors };
  if (setup && name.trim() === "") errors.name = "empty";
  if (setup && email.trim() === "") errors.email = "empty";
  const rule = passwordError(password, owner);
  if (rule) errors.password = rule;
  else if (password !== text("again")) errors.again = "differs";
  if (Object.keys(errors).length > 0) return refuse(errors, 422);

  const passwordHash = await hashPassword(password);
  const done = await attempt(context, activateAccount, activateInput, { ...input, passwordHash });
  if (done.ok) return redirect("/office/sign-in?ready", 303);
  return refuse(done.status === 503 ? { password: "unavailable" } : done.errors, done.status);
}

export default function Activate({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("office");
  const { field, errors } = useFormWords("activate", actionData);
  const { token, email, setup } = loaderData;
  const title = t(token === "" ? "activate.over" : setup ? "activate.setup" : "activate.title");
  return (
    <OfficeShell languageSwitch={token !== "" && <LanguageQuery path="/office/activate" query={{ token }} />}>
      <PageTitle invalid={errors.length > 0}>{title}</PageTitle>
      <div className="column">
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        {token === "" ? (
          <>
            <p>{t("activate.overText")}</p>
            <p>
              <a href="/office/sign-in">{t("signIn.title")}</a>
            </p>
          </>
        ) : (
          <form method="post" noValidate>
            <p>{setup ? t("activate.setupText") : t("activate.for", { email })}</p>
            <input type="hidden" name="token" value={token} />
            {setup && (
              <>
                <TextField {...field("name")} autoComplete="name" spellCheck={false} width="medium" />
                <TextField {...field("email")} type="email" autoComplete="username" spellCheck={false} width="medium" />
              </>
            )}
            {email && (
              <input
                className="visually-hidden"
                tabIndex={-1}
                type="email"
                autoComplete="username"
                value={email}
                readOnly
                aria-hidden="true"
              />
            )}
            <TextField {...field("password")} type="password" autoComplete="new-password" width="medium" />
            <TextField {...field("again")} type="password" autoComplete="new-password" width="medium" />
            <Button>{t("activate.button")}</Button>
          </form>
        )}
      </div>
    </OfficeShell>
  );
}
