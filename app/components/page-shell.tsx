/** The frame of every public page: shortcuts, identity band, service navigation, language switch, footer. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Lang, otherLanguage } from "../domain/case-kind.ts";
import type { Spoken } from "../domain/spoken.ts";
import { DisplaySettings, type DisplaySettingsProps } from "./display-settings.tsx";
import { Filled } from "./filled.tsx";
import { Icon } from "./icon.tsx";

/** Who runs the portal; all of it configuration. Nothing is shown that is not set. */
export interface Site {
  operatorName?: Spoken;
  /** The State emblem or the agency's mark: only where an agency runs the portal. */
  emblem?: { src: string; width: number; height: number };
  unit?: Spoken;
  responsible?: Spoken;
  address?: Spoken;
  phone?: string;
  email?: string;
  hours?: Spoken;
}

const navPages = ["submit", "track", "cases", "statistics", "help"] as const;
const footerPages = [
  "barriers",
  "initiatives",
  "help",
  "privacy",
  "accessibility",
  "sitemap",
  "open-data",
  "api",
] as const;
const languageNames: Record<Lang, string> = { vi: "Tiếng Việt", en: "English" };

export interface PageShellProps {
  lang: Lang;
  /** The page's path after the language, with its query: `/cases?q=x`; `""` on the home page. */
  path: string;
  site?: Site;
  back?: { href: string; label?: string };
  /** A form button that keeps typed text, in place of the plain link. */
  languageSwitch?: ReactNode;
  display?: DisplaySettingsProps;
  /** A line for the whole portal, such as that this is a demonstration. */
  siteNotice?: ReactNode;
  children: ReactNode;
}

export function PageShell({
  lang,
  path,
  site = {},
  back,
  languageSwitch,
  display,
  siteNotice,
  children,
}: PageShellProps) {
  const { t } = useTranslation("furniture");
  return (
    <>
      <nav aria-label={t("skip.label")}>
        <ul className="skip">
          <li>
            <a href="#main">{t("skip.main")}</a>
          </li>
          <li>
            <a href={`/${lang}/cases`}>{t("skip.search")}</a>
          </li>
        </ul>
      </nav>
      <header>
        <Band lang={lang} site={site} />
        {siteNotice && (
          <div className="site-notice">
            <p className="wrap">{siteNotice}</p>
          </div>
        )}
        <nav className="nav" aria-label={t("nav.label")}>
          <div className="wrap">
            <ul>
              {navPages.map((page) => (
                <li key={page}>
                  <a href={`/${lang}/${page}`} aria-current={current(path, page)}>
                    {t(`nav.${page}`)}
                  </a>
                </li>
              ))}
              <li className="nav__language">{languageSwitch ?? <LanguageLink lang={lang} path={path} />}</li>
            </ul>
          </div>
        </nav>
        {back && (
          <div className="wrap">
            <a className="back" href={back.href}>
              <Icon name="chevron-left" />
              {back.label ?? t("back")}
            </a>
          </div>
        )}
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Footer lang={lang} site={site} display={display} />
    </>
  );
}

/** The other language by its own name, to the same page. */
export function LanguageLink({ lang, path }: { lang: Lang; path: string }) {
  const other = otherLanguage[lang];
  return (
    <a href={`/${other}${path}`} hrefLang={other} lang={other}>
      {languageNames[other]}
    </a>
  );
}

function Band({ lang, site }: { lang: Lang; site: Site }) {
  const { t } = useTranslation("furniture");
  return (
    <div className="band">
      <div className="wrap band__row">
        {site.emblem && <img className="band__emblem" alt="" {...site.emblem} />}
        <div>
          {site.operatorName && (
            <p className="band__operator">
              <bdi lang={site.operatorName.lang}>{site.operatorName.text}</bdi>
            </p>
          )}
          <p className="band__name">
            <a href={`/${lang}`}>{t("portal.name")}</a>
          </p>
          <p className="band__line">{t("portal.line")}</p>
        </div>
      </div>
    </div>
  );
}

function Footer({ lang, site, display }: { lang: Lang; site: Site; display?: DisplaySettingsProps }) {
  const { t } = useTranslation("furniture");
  return (
    <footer className="footer">
      <div className="wrap footer__row">
        <div>
          {site.unit && (
            <p className="strong">
              <bdi lang={site.unit.lang}>{site.unit.text}</bdi>
            </p>
          )}
          {site.responsible && (
            <p>
              <Filled
                text={t("footer.responsible")}
                parts={{ name: <bdi lang={site.responsible.lang}>{site.responsible.text}</bdi> }}
              />
            </p>
          )}
          {site.address && (
            <p>
              <Filled
                text={t("footer.address")}
                parts={{ address: <bdi lang={site.address.lang}>{site.address.text}</bdi> }}
              />
            </p>
          )}
          {site.phone && (
            <p>
              {t("footer.phone")}: <a href={`tel:${site.phone.replace(/[^\d+]/g, "")}`}>{site.phone}</a>
            </p>
          )}
          {site.email && (
            <p>
              {t("footer.email")}: <a href={`mailto:${site.email}`}>{site.email}</a>
            </p>
          )}
          {site.hours && (
            <p>
              <Filled text={t("footer.hours")} parts={{ hours: <bdi lang={site.hours.lang}>{site.hours.text}</bdi> }} />
            </p>
          )}
        </div>
        <div className="footer__links">
          <ul>
            {footerPages.map((page) => (
              <li key={page}>
                <a href={`/${lang}/${page}`}>{t(`nav.${page}`)}</a>
              </li>
            ))}
            <li>
              <a href="/office">{t("nav.office")}</a>
            </li>
          </ul>
          {display && <DisplaySettings {...display} />}
        </div>
      </div>
    </footer>
  );
}

function current(path: string, page: string): "page" | "true" | undefined {
  const [bare = ""] = path.split(/[?#]/);
  if (bare === `/${page}`) return "page";
  return bare.startsWith(`/${page}/`) ? "true" : undefined;
}
