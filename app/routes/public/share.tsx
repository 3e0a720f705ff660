import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { Button } from "../../components/button.tsx";
import { RadioGroup } from "../../components/choice-field.tsx";
import { CodeText } from "../../components/code-text.tsx";
import { Dl } from "../../components/dl.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Time } from "../../components/time.tsx";
import { draftRoles } from "../../domain/draft-roles.ts";
import { isKind } from "../../domain/forms.ts";
import type { FieldErrors } from "../../domain/refusal.ts";
import { memberShape, shareDraft, unshareDraft } from "../../commands/share-draft.ts";
import { type DraftMember, listMembers } from "../../../db/draft-members.ts";
import { findDraft } from "../../../db/drafts.ts";
import { checkInput } from "../../domain/check-input.ts";
import { langContext, portalContext, sourceContext } from "../../http/context.ts";
import { readForm, typedValues } from "../../http/form-input.ts";
import { readFormToken } from "../../http/form-session.ts";
import { notFound, perform } from "../../http/perform.ts";
import type { Route } from "./+types/share";
import { useFieldWords } from "../../components/field-words.ts";
import { PublicPage } from "./public-page.tsx";
import { address, openingView, shareAddress } from "./submission-address.ts";

/** With whom the draft being written is shared: only its writer sees this. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const { store, env, clock } = context.get(portalContext);
  const lang = context.get(langContext);
  const token = readFormToken(request, env.PUBLIC_URL);
  const draft = token ? await findDraft(store.read, token, clock()) : null;
  if (!draft || draft.member !== null) throw redirect(address(lang, kind, openingView(kind)));
  return {
    kind: draft.kind,
    members: await listMembers(store.read, draft),
    where: `${env.PUBLIC_URL}/${lang}/submit/resume`,
  };
}

type Problem = "limited" | "unavailable" | null;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { kind } = params;
  if (!isKind(kind)) throw notFound();
  const { env, limiter } = context.get(portalContext);
  const lang = context.get(langContext);
  const typed = typedValues(await readForm(request));
  const token = readFormToken(request, env.PUBLIC_URL) ?? "";
  const refused = (status: number, errors: FieldErrors, problem: Problem = null, wait = 10) =>
    data({ typed, errors, problem }, { status, headers: problem ? { "Retry-After": String(wait) } : {} });
  const wait = limiter.take("step", context.get(sourceContext));
  if (wait > 0) return refused(429, {}, "limited", wait);
  if (typed.remove !== undefined) {
    const gone = await perform(context, unshareDraft, { token, member: Number.parseInt(typed.remove, 10) || 0 });
    return gone.ok ? redirect(shareAddress(lang, kind), 303) : refused(gone.status, {}, "unavailable");
  }
  const checked = checkInput(memberShape, typed);
  if (!checked.ok) return refused(422, checked.errors);
  const shared = await perform(context, shareDraft, { token, ...checked.value });
  if (shared.ok) return redirect(shareAddress(lang, kind), 303);
  return shared.status === 422 ? refused(422, shared.errors) : refused(shared.status, {}, "unavailable");
}

export default function SharePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t, i18n } = useTranslation("barrier");
  const { t: words } = useTranslation("public");
  const { labelOf, hintOf, errorOf, summaryOf } = useFieldWords();
  const lang = i18n.language === "en" ? "en" : "vi";
  const { kind, members, where } = loaderData;
  const errors: FieldErrors = actionData?.errors ?? {};
  const problem = actionData?.problem;
  return (
    <PublicPage
      title={t("share.title")}
      unlisted
      invalid={Object.keys(errors).length > 0}
      back={{ href: address(lang, kind, openingView(kind)) }}
    >
      <ErrorSummary errors={summaryOf(errors)} />
      {problem && (
        <Notice tone="warning" live title={words(`problem.${problem}.title`)}>
          <p>{words(`problem.${problem}.text`)}</p>
        </Notice>
      )}
      <h1>{t("share.title")}</h1>
      <p className="column">{t("share.lead", { address: where })}</p>
      <h2>{t("share.people")}</h2>
      {members.length === 0 ? <p>{t("share.none")}</p> : <Members members={members} to={shareAddress(lang, kind)} />}
      <form method="post" action={shareAddress(lang, kind)} className="column" noValidate>
        <h2>{t("share.addTitle")}</h2>
        <TextField
          name="memberName"
          label={labelOf("memberName")}
          hint={hintOf("memberName")}
          error={errorOf(errors, "memberName")}
          defaultValue={actionData?.typed.memberName ?? ""}
          autoComplete="off"
          spellCheck={false}
        />
        <RadioGroup
          name="role"
          label={labelOf("role")}
          error={errorOf(errors, "role")}
          options={draftRoles.map((role) => ({ value: role, label: t(`share.roles.${role}`) }))}
          value={actionData?.typed.role}
        />
        <Button>{t("share.add")}</Button>
      </form>
      <p>
        <a href={address(lang, kind, openingView(kind))}>{t("share.goOn")}</a>
      </p>
    </PublicPage>
  );
}

/** Each with what they may do; a list, as a table of codes is wider than a phone. */
function Members({ members, to }: { members: readonly DraftMember[]; to: string }) {
  const { t } = useTranslation("barrier");
  return (
    <form method="post" action={to}>
      <ul className="plain-list stack column" aria-label={t("share.people")}>
        {members.map(({ member, name, role, code, openedAt }) => (
          <li key={member}>
            <bdi className="strong">{name}</bdi>
            <Dl
              look="tight"
              pairs={[
                { label: t("share.may"), value: t(`share.roles.${role}`) },
                { label: t("share.code"), value: <CodeText>{code}</CodeText> },
                {
                  label: t("share.opened"),
                  value: openedAt ? <Time value={openedAt} format="time" /> : t("share.never"),
                },
              ]}
            />
            <Button variant="quiet" name="remove" value={String(member)}>
              {t("share.takeBack")} <span className="visually-hidden">{t("share.of", { name })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
