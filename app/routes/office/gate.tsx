import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, Outlet, type ShouldRevalidateFunctionArgs, useLocation } from "react-router";
import type { Route } from "./+types/gate";
import { countWork } from "../../../db/translation-work.ts";
import { countWaitingConsults } from "../../../db/consults.ts";
import { countOpenRequests } from "../../../db/identity-requests.ts";
import { countUnread } from "../../../db/notifications.ts";
import { countOutbox } from "../../../db/outbox.ts";
import { countWaitingExtensions } from "../../../db/waiting-extensions.ts";
import { OfficeShell } from "../../components/office-shell.tsx";
import { type Lang, otherLanguage } from "../../domain/case-kind.ts";
import { mayEver } from "../../domain/permissions.ts";
import { actorContext, portalContext, staffContext } from "../../http/context.ts";
import { notFound } from "../../http/perform.ts";
import { countView, viewsFor } from "../../http/queue-views.ts";
import { registerPages } from "../../http/register-pages.ts";
import { requireStaff } from "../../http/require-staff.ts";
import officeCss from "../../styles/office.css?url";
import { PageTitle } from "./parts/page-title.tsx";
import { SessionWarning } from "./parts/session-warning.tsx";

export const handle = { hydrate: true };
export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: officeCss }];
export const middleware: Route.MiddlewareFunction[] = [requireStaff];

/** Going from case to case changes nothing that the frame shows. */
export function shouldRevalidate({
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  const reading = formMethod === undefined || formMethod === "GET";
  return reading && /^\/office\/cases\/[^/]+$/.test(nextUrl.pathname) ? false : defaultShouldRevalidate;
}

interface NavEntry {
  readonly href: string;
  readonly key:
    | "cases"
    | "approvals"
    | "consults"
    | "commitments"
    | "news"
    | "desk"
    | "people"
    | "rules"
    | "agencies"
    | "calendar"
    | "templates"
    | "standard"
    | "outbox"
    | "identity"
    | "audit"
    | "extensions"
    | "laws"
    | "redaction-rules"
    | "register"
    | "translations"
    | "absences"
    | "systems"
    | "account";
  readonly count?: number;
}

/** What the frame shows. It guards nothing: the middleware lets in, and every query asks for itself. */
export async function loader({ context }: Route.LoaderArgs) {
  const { store, env } = context.get(portalContext);
  const actor = context.get(actorContext);
  const person = context.get(staffContext);
  if (!person) throw notFound();
  const nav: NavEntry[] = [];
  const [firstView] = viewsFor(actor);
  if (firstView) nav.push({ href: "/office", key: "cases", count: await countView(context, firstView) });
  if (firstView) nav.push({ href: "/office/notifications", key: "news", count: await countUnread(store.read, actor) });
  if (actor.kind === "staff" && mayEver(actor, "approve")) {
    const count = (await countView(context, "approval")) + (await countWaitingExtensions(store.read, actor));
    nav.push({ href: "/office/approvals", key: "approvals", count });
  }
  if (actor.kind === "staff" && mayEver(actor, "answer-consult")) {
    nav.push({ href: "/office/consults", key: "consults", count: await countWaitingConsults(store.read, actor) });
  }
  if (firstView) nav.push({ href: "/office/commitments", key: "commitments" });
  if (mayEver(actor, "submit")) nav.push({ href: "/office/desk", key: "desk" });
  if (mayEver(actor, "manage-people")) nav.push({ href: "/office/people", key: "people" });
  if (mayEver(actor, "see-rules")) nav.push({ href: "/office/rules", key: "rules" });
  if (mayEver(actor, "see-agencies")) nav.push({ href: "/office/agencies", key: "agencies" });
  if (mayEver(actor, "manage-calendar")) nav.push({ href: "/office/calendar", key: "calendar" });
  if (mayEver(actor, "see-extensions")) nav.push({ href: "/office/extensions", key: "extensions" });
  if (mayEver(actor, "translate")) {
    nav.push({
      href: "/office/translations",
      key: "translations",
      count: await countWork(store.read, actor, "to-approve"),
    });
  }
  if (mayEver(actor, "manage-redactions")) nav.push({ href: "/office/redaction-rules", key: "redaction-rules" });
  if (mayEver(actor, "manage-laws")) nav.push({ href: "/office/laws", key: "laws" });
  const [register] = actor.kind === "staff" ? registerPages(actor) : [];
  if (register) nav.push({ href: register.href, key: "register" });
  if (mayEver(actor, "see-templates")) nav.push({ href: "/office/templates", key: "templates" });
  if (mayEver(actor, "see-standard-answers")) nav.push({ href: "/office/standard-answers", key: "standard" });
  if (mayEver(actor, "decide-identity")) {
    nav.push({ href: "/office/identity-requests", key: "identity", count: await countOpenRequests(store.read, actor) });
  }
  if (mayEver(actor, "see-audit")) nav.push({ href: "/office/audit", key: "audit" });
  if (mayEver(actor, "see-outbox")) {
    nav.push({ href: "/office/outbox", key: "outbox", count: (await countOutbox(store.read, actor, 100)).stuck });
  }
  if (mayEver(actor, "manage-systems")) nav.push({ href: "/office/systems", key: "systems" });
  nav.push({ href: "/office/absences", key: "absences" });
  nav.push({ href: "/office/account", key: "account" });
  const { name, role, agencyVi, agencyEn, lang } = person;
  return { person: { name, role, agency: lang === "vi" ? agencyVi : agencyEn }, lang, nav, demo: env.DEMO === "on" };
}

export default function Gate({ loaderData }: Route.ComponentProps) {
  return (
    <Frame frame={loaderData}>
      <SessionWarning />
      <Outlet />
    </Frame>
  );
}

/** What cannot be shown, inside the frame where there is one. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const { t, i18n } = useTranslation("errors");
  const status = isRouteErrorResponse(error) ? error.status : 503;
  const known = i18n.exists(`errors:status.${status}.title`) ? status : 503;
  return (
    <Frame frame={loaderData}>
      <PageTitle>{t(`status.${known}.title`)}</PageTitle>
      <h1>{t(`status.${known}.title`)}</h1>
      <p>{t(`status.${known}.text`)}</p>
      <p>
        <a href="/office">{t("office:home")}</a>
      </p>
    </Frame>
  );
}

type FrameData = Route.ComponentProps["loaderData"];

function Frame({ frame, children }: { frame: FrameData | undefined; children: React.ReactNode }) {
  const { t } = useTranslation(["office", "domain"]);
  const { pathname } = useLocation();
  if (!frame) return <OfficeShell>{children}</OfficeShell>;
  const { person, nav, lang, demo } = frame;
  const items = nav.map(({ href, key, count }) => ({
    href,
    label: t(`nav.${key}`),
    ...(count ? { count } : {}),
    current: href === "/office" ? pathname === href || pathname.startsWith("/office/cases") : pathname.startsWith(href),
  }));
  return (
    <OfficeShell
      person={{ name: person.name, role: t(`domain:role.${person.role}`), agency: person.agency }}
      nav={items}
      siteNotice={demo ? t("demo") : undefined}
      languageSwitch={<LanguageSwitch lang={lang} />}
    >
      {children}
    </OfficeShell>
  );
}

const languageNames: Record<Lang, string> = { vi: "Tiếng Việt", en: "English" };

/** A button, since the choice is kept with the account. */
function LanguageSwitch({ lang }: { lang: Lang }) {
  const { pathname, search } = useLocation();
  const other = otherLanguage[lang];
  return (
    <form method="post" action="/office/language">
      <input type="hidden" name="back" value={pathname + search} />
      <button type="submit" name="lang" value={other} lang={other}>
        {languageNames[other]}
      </button>
    </form>
  );
}
