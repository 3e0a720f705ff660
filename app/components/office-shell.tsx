/** The frame of every office page: who is signed in and for which agency, the work, and the way out. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export interface OfficeNavItem {
  href: string;
  label: string;
  /** How many wait there. */
  count?: number;
  current?: boolean;
}

export interface OfficeShellProps {
  /** Left out on the sign-in page. */
  person?: { name: string; role: string; agency?: string };
  nav?: readonly OfficeNavItem[];
  /** Where the sign-out form posts. */
  signOutAction?: string;
  languageSwitch?: ReactNode;
  siteNotice?: ReactNode;
  children: ReactNode;
}

export function OfficeShell({
  person,
  nav = [],
  signOutAction = "/office/sign-out",
  languageSwitch,
  siteNotice,
  children,
}: OfficeShellProps) {
  const { t } = useTranslation("furniture");
  return (
    <div className="office">
      <ul className="skip">
        <li>
          <a href="#main">{t("skip.main")}</a>
        </li>
      </ul>
      <header>
        <div className="band band--office">
          <div className="office-wrap band__row">
            <p className="band__name">
              <Link to="/office">
                {t("portal.name")} <span className="band__area">{t("office.title")}</span>
              </Link>
            </p>
            {person && (
              <div className="person">
                <p>
                  <bdi className="strong">{person.name}</bdi>
                  <span className="person__role">{[person.role, person.agency].filter(Boolean).join(" · ")}</span>
                </p>
                <form method="post" action={signOutAction}>
                  <button type="submit">{t("office.signOut")}</button>
                </form>
              </div>
            )}
          </div>
        </div>
        {siteNotice && (
          <div className="site-notice">
            <p className="office-wrap">{siteNotice}</p>
          </div>
        )}
        {(nav.length > 0 || languageSwitch) && (
          <nav className="nav" aria-label={t("office.nav")}>
            <div className="office-wrap">
              <ul>
                {nav.map(({ href, label, count, current }) => (
                  <li key={href}>
                    <Link to={href} aria-current={current ? "page" : undefined}>
                      {label}
                      {count !== undefined && <span className="count">{count}</span>}
                    </Link>
                  </li>
                ))}
                {languageSwitch && <li className="nav__language">{languageSwitch}</li>}
              </ul>
            </div>
          </nav>
        )}
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <div className="office-wrap">{children}</div>
      </main>
    </div>
  );
}
