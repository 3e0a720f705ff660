import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { changeName, changeNameInput, changeWish, changeWishInput } from "../../commands/change-account.ts";
import { changeAddress, changeAddressInput } from "../../commands/change-address.ts";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { dateWords } from "../../components/date-words.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { languages } from "../../domain/case-kind.ts";
import { mailWishes } from "../../domain/identity.ts";
import { openAddress } from "../../../db/contacts.ts";
import { readAccount } from "../../http/contact-session.ts";
import { langContext, portalContext } from "../../http/context.ts";
import { attempt, notFound } from "../../http/perform.ts";
import type { Route } from "./+types/me-details";
import { pendingChange } from "./me-cases.ts";
import { readMeForm, refuseMe } from "./me-form.ts";
import { useMeWords } from "./me-words.ts";
import { PublicPage } from "./public-page.tsx";

const acts = ["wish", "name", "address"] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store } = context.get(portalContext);
  const account = await readAccount(request, context);
  if (!account) throw redirect(`/${context.get(langContext)}/me`, 303);
  const { searchParams } = new URL(request.url);
  const { wish, lang } = account.contact;
  return {
    email: openAddress(store.read, account.contact),
    wish,
    mailLang: lang,
    change: await pendingChange(context, account.contact),
    done: acts.find((act) => act === searchParams.get("done")) ?? null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { typed, wait } = await readMeForm(request, context);
  const lang = context.get(langContext);
  const account = await readAccount(request, context);
  if (!account) throw redirect(`/${lang}/me`, 303);
  const act = acts.find((known) => known === typed.act);
  if (!act) throw notFound();
  if (wait > 0) return refuseMe(act, typed, { wait });
  const { actor } = account;
  const done =
    act === "wish"
      ? await attempt(context, changeWish, changeWishInput, typed, actor)
      : act === "name"
        ? await attempt(context, changeName, changeNameInput, typed, actor)
        : await attempt(context, changeAddress, changeAddressInput, typed, actor);
  return done.ok ? redirect(`/${lang}/me/details?done=${act}`, 303) : refuseMe(act, typed, done);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function MeDetails({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("me");
  const { t: furniture } = useTranslation("furniture");
  const { field, summary, invalid } = useMeWords(actionData);
  const { email, wish, mailLang, change, done } = loaderData;
  const lang = i18n.language;
  const { defaultValue: wished, ...wishWords } = field("wish", "wish", wish);
  const { defaultValue: written, ...langWords } = field("wish", "mailLang", mailLang);
  const form = { className: "column", method: "post", action: `/${lang}/me/details`, noValidate: true } as const;
  return (
    <PublicPage title={t("details.title")} back={{ href: `/${lang}/me` }} invalid={invalid} unlisted>
      <ErrorSummary errors={summary} />
      {done && !actionData && (
        <Notice tone="success" live>
          {t(`details.done.${done}`)}
        </Notice>
      )}
      {actionData?.problem && (
        <Notice tone="warning" live>
          {t(`problem.${actionData.problem}`)}
        </Notice>
      )}
      <h1>{t("details.title")}</h1>
      <section>
        <h2>{t("details.wish.title")}</h2>
        <form {...form}>
          <input type="hidden" name="act" value="wish" />
          <RadioGroup
            {...wishWords}
            value={wished}
            options={mailWishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
          />
          <RadioGroup
            {...langWords}
            value={written}
            options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
          <Button>{t("details.wish.save")}</Button>
        </form>
      </section>
      <section>
        <h2>{t("details.name.title")}</h2>
        <form {...form}>
          <p>{t("details.name.text")}</p>
          <input type="hidden" name="act" value="name" />
          <TextField {...field("name", "name")} autoComplete="name" optional width="medium" />
          <TextField {...field("name", "phone")} type="tel" autoComplete="tel" optional width="medium" />
          <Button variant="secondary">{t("details.name.save")}</Button>
        </form>
      </section>
      <section>
        <h2>{t("details.address.title")}</h2>
        {change && (
          <Notice title={t("details.address.waiting", { email: change.email })}>
            {t(`details.address.${change.approved ? "approved" : change.confirmed ? "confirmed" : "neither"}`, {
              date: dateWords(change.until, "time", furniture),
            })}
          </Notice>
        )}
        <form {...form}>
          <p>{t("details.address.now", { email })}</p>
          <p>{t("details.address.text")}</p>
          <input type="hidden" name="act" value="address" />
          <TextField
            {...field("address", "email")}
            label={t("details.address.label")}
            type="email"
            autoComplete="email"
            spellCheck={false}
            width="medium"
          />
          <Button variant="secondary">{t("details.address.save")}</Button>
        </form>
        <p className="column small muted">{t("details.address.lost")}</p>
      </section>
    </PublicPage>
  );
}
