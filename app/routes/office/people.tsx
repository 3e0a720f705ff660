import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { Route } from "./+types/people";
import { agencyNames, listAllAgencies } from "../../../db/agencies.ts";
import { listStaff, SETUP_EMAIL, type StaffRow } from "../../../db/staff.ts";
import { changePerson, changePersonInput } from "../../commands/change-person.ts";
import { inviteInput, invitePerson } from "../../commands/invite-person.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { FilterForm } from "../../components/filter-form.tsx";
import { SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { localDate } from "../../domain/calendar.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, langContext, portalContext, staffContext } from "../../http/context.ts";
import { formInput, typedValues } from "../../http/form-input.ts";
import { type Attempt, attempt, notFound } from "../../http/perform.ts";
import { useFormWords } from "./parts/form-words.ts";
import { InviteForm } from "./parts/invite-form.tsx";
import { PageTitle } from "./parts/page-title.tsx";
import { PersonCard } from "./parts/person-card.tsx";

const done = ["invite", "place", "disable", "enable", "end-sessions", "invite-again"] as const;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { store, clock } = context.get(portalContext);
  const actor = context.get(actorContext);
  if (!mayEver(actor, "manage-people")) throw notFound();
  const lang = context.get(langContext);
  const agencyId = idIn(url, "agency");
  const after = idIn(url, "after");
  const { items, nextAfter } = await listStaff(store.read, actor, { agencyId, after }, 30);
  const names = await agencyNames(
    store.read,
    items.map((row) => row.agencyId),
  );
  const inLang = (agency?: { nameVi: string; nameEn: string }) =>
    (lang === "vi" ? agency?.nameVi : agency?.nameEn) ?? "";
  const agencies = await listAllAgencies(store.read);
  const today = localDate(clock());
  return {
    people: items
      .filter((row) => row.email !== SETUP_EMAIL)
      .map((row) => shownOf(row, inLang(names.get(row.agencyId)), clock())),
    agencies: agencies
      .filter((agency) => agency.validTo === null || agency.validTo >= today)
      .map((agency) => ({ value: String(agency.id), label: inLang(agency) })),
    agencyId,
    after,
    nextAfter,
    self: context.get(staffContext)?.staffId ?? 0,
    done: done.find((name) => name === url.searchParams.get("done")) ?? null,
  };
}

function idIn(url: URL, name: string): number | null {
  const id = Number(url.searchParams.get(name));
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

function shownOf(row: StaffRow, agency: string, now: Date) {
  const { id, name, email, role, agencyId, version } = row;
  const invited = row.activationExpiresAt !== null && row.activationExpiresAt > now;
  const state = row.disabledAt ? "disabled" : row.passwordHash ? "active" : invited ? "invited" : "lapsed";
  return { id, name, email, role, agencyId, agency, version, state } as const;
}
export type ShownPerson = ReturnType<typeof shownOf>;

export async function action({ request, context }: Route.ActionArgs) {
  if (!mayEver(context.get(actorContext), "manage-people")) throw notFound();
  const form = await request.formData();
  const fields = formInput(form);
  const inviting = fields.change === "invite";
  const attempted: Attempt<{ row: StaffRow; token: string | null }> = inviting
    ? await attempt(context, invitePerson, inviteInput, { ...fields, byMail: true })
    : await attempt(context, changePerson, changePersonInput, fields);
  const { env } = context.get(portalContext);
  if (!attempted.ok) {
    const name = inviting ? "invite" : `person-${String(fields.staffId)}`;
    const refused = {
      form: name,
      errors: attempted.errors,
      values: typedValues(form),
      refusal: attempted.refusal ?? null,
    };
    return data({ ...refused, link: null }, attempted.status);
  }
  const { row, token } = attempted.value;
  if (token === null || env.SMTP_URL !== undefined)
    return redirect(`/office/people?done=${String(fields.change)}`, 303);
  // Without a mail server the administrator hands the link over; it is shown in this one answer.
  const link = { href: `${env.PUBLIC_URL}/office/activate?token=${token}`, email: row.email };
  return data({ form: "", errors: {}, values: {}, refusal: null, link });
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("office");
  const { people, agencies, agencyId, after, nextAfter, self, done: said } = loaderData;
  const refused = actionData && !actionData.link ? actionData : null;
  const { errors } = useFormWords(refused?.form ?? "", refused);
  const here = (more: Record<string, string>) =>
    `/office/people?${new URLSearchParams({ ...(agencyId ? { agency: String(agencyId) } : {}), ...more })}`;
  return (
    <>
      <PageTitle invalid={refused !== null}>{t("people.title")}</PageTitle>
      <ErrorSummary errors={errors} />
      {refused?.refusal && (
        <Notice tone="warning" title={t(`refusal.${refused.refusal}.title`)} live>
          {t(`refusal.${refused.refusal}.text`)}
        </Notice>
      )}
      {actionData?.link && (
        <Notice tone="success" title={t("people.link", { email: actionData.link.email })} live>
          <p>{t("people.linkText")}</p>
          <p>
            <code className="link-text">{actionData.link.href}</code>
          </p>
        </Notice>
      )}
      {said && !actionData && (
        <Notice tone="success" live first>
          {t(`people.done.${said}`)}
        </Notice>
      )}
      <h1>{t("people.title")}</h1>
      <div className="aside-right">
        <div>
          <ul className="plain-list people">
            {people.map((person) => (
              <PersonCard
                key={`${person.id} ${person.version}`}
                person={person}
                agencies={agencies}
                state={refused}
                isSelf={person.id === self}
              />
            ))}
          </ul>
          <Pagination
            newerHref={after ? here({}) : null}
            olderHref={nextAfter ? here({ after: String(nextAfter) }) : null}
          />
        </div>
        <aside>
          <div className="moves">
            <Disclosure id="invite" summary={t("people.invite")} open={refused?.form === "invite"}>
              <InviteForm agencies={agencies} state={refused} />
            </Disclosure>
          </div>
          <FilterForm
            action="/office/people"
            title={t("people.filter")}
            clearHref={agencyId ? "/office/people" : undefined}
          >
            <SelectField
              name="agency"
              label={t("people.agency")}
              options={agencies}
              empty={t("people.allAgencies")}
              defaultValue={agencyId ? String(agencyId) : ""}
              width="full"
            />
          </FilterForm>
        </aside>
      </div>
    </>
  );
}
