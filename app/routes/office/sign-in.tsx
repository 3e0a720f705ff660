import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/sign-in";
import { findStaffByEmail } from "../../../db/staff.ts";
import { signIn } from "../../commands/sign-in.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { OfficeShell } from "../../components/office-shell.tsx";
import { emailAddress } from "../../domain/fields.ts";
import { portalContext, sourceContext } from "../../http/context.ts";
import { verifyPassword } from "../../http/password.ts";
import { perform } from "../../http/perform.ts";
import { readSession, safeNext, sessionCookie, sessionIdOf } from "../../http/session.ts";
import officeCss from "../../styles/office.css?url";
import { type FormState, useFormWords } from "./parts/form-words.ts";
import { LanguageQuery, languageOfQuery } from "./parts/language-query.tsx";
import { PageTitle } from "./parts/page-title.tsx";

export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: officeCss }];
export const middleware: Route.MiddlewareFunction[] = [languageOfQuery];
export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

const notices = ["out", "ended", "ready"] as const;

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const next = safeNext(url.searchParams.get("next"));
  if (await readSession(request, context)) throw redirect(next, 303);
  return { next, notice: notices.find((name) => url.searchParams.has(name)) ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { store, limiter, env, log } = context.get(portalContext);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const [email, password] = [text("email").trim().toLowerCase(), text("password").slice(0, 1_000)];
  const refuse = (errors: Record<string, string>, status: number, more: Record<string, string> = {}) =>
    data({ form: "sign-in", errors, values: { email } } satisfies FormState, { status, headers: more });

  const empty = Object.entries({ email, password }).filter(([, value]) => value === "");
  if (empty.length > 0) return refuse(Object.fromEntries(empty.map(([name]) => [name, "empty"])), 422);
  const wait = Math.max(
    limiter.take("sign-in", context.get(sourceContext)),
    limiter.take("account", limiter.sourceOf(email)),
  );
  if (wait > 0) return refuse({ email: "too-often" }, 429, { "Retry-After": String(wait) });

  const address = emailAddress.safeParse(email);
  const person = address.success ? await findStaffByEmail(store.read, address.data) : null;
  const passwordHash = person?.passwordHash ?? null;
  const right = await verifyPassword(password, person?.disabledAt ? null : passwordHash);
  if (!right || !person || passwordHash === null) return refuse({ email: "wrong" }, 422);
  const opened = await perform(context, signIn, {
    staffId: person.id,
    passwordHash,
    previous: sessionIdOf(request, context),
  });
  if (!opened.ok)
    return opened.status === 503 ? refuse({ email: "unavailable" }, 503) : refuse({ email: "wrong" }, 422);
  log.info({ staffId: person.id }, "signed in");
  return redirect(safeNext(text("next")), {
    status: 303,
    headers: { "Set-Cookie": sessionCookie(opened.value, env.PUBLIC_URL) },
  });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("office");
  const { field, errors } = useFormWords("sign-in", actionData);
  const { next, notice } = loaderData;
  return (
    <OfficeShell languageSwitch={<LanguageQuery path="/office/sign-in" query={{ next }} />}>
      <PageTitle invalid={errors.length > 0}>{t("signIn.title")}</PageTitle>
      <div className="column">
        <ErrorSummary errors={errors} />
        {notice && errors.length === 0 && (
          <Notice tone={notice === "ended" ? "info" : "success"} live>
            {t(`signIn.${notice}`)}
          </Notice>
        )}
        <h1>{t("signIn.title")}</h1>
        <form method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <TextField {...field("email")} type="email" autoComplete="username" spellCheck={false} width="medium" />
          <TextField {...field("password")} type="password" autoComplete="current-password" width="medium" />
          <Button>{t("signIn.button")}</Button>
        </form>
        <p className="muted">{t("signIn.lost")}</p>
        <p>
          <a href="/">{t("signIn.public")}</a>
        </p>
      </div>
    </OfficeShell>
  );
}
