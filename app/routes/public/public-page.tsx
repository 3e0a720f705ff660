import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useRouteLoaderData } from "react-router";
import { PageShell } from "../../components/page-shell.tsx";
import { type Lang, languages } from "../../domain/case-kind.ts";
import type { loader } from "./layout.tsx";

interface PublicPageProps {
  /** The page's heading as it stands in `<title>`. */
  title: string;
  /** What search engines show. */
  description?: string;
  /** The page shows a refused form: screen readers hear it first. */
  invalid?: boolean;
  back?: { href: string; label?: string };
  languageSwitch?: ReactNode;
  /** Not for search engines: forms half filled in, receipts, cases of submitters. */
  unlisted?: boolean;
  /** The page has codes to copy, or is a receipt, which need `public/enhance.js`. */
  enhanced?: boolean;
  /** Further files of `public/` that make the page easier, by name without ending. */
  scripts?: readonly string[];
  children: ReactNode;
}

/** The frame of a public page with what its head says. */
export function PublicPage({
  title,
  description,
  invalid,
  back,
  languageSwitch,
  unlisted,
  enhanced,
  scripts = [],
  children,
}: PublicPageProps) {
  const { t, i18n } = useTranslation("furniture");
  const { t: words } = useTranslation("public");
  const layout = useRouteLoaderData<typeof loader>("routes/public/layout");
  const { pathname, search } = useLocation();
  const lang: Lang = i18n.language === "en" ? "en" : "vi";
  const bare = pathname.replace(/^\/(vi|en)(?=\/|$)/, "").replace(/\/$/, "");
  const here = `/${lang}${bare}`;
  return (
    <PageShell
      lang={lang}
      path={`${bare}${search}`}
      site={layout?.site}
      back={back}
      languageSwitch={languageSwitch}
      display={layout && { action: "/display", back: `${here}${search}`, ...layout.display }}
      siteNotice={layout?.demo ? words("demo") : undefined}
    >
      <title>{`${invalid ? `${t("form.errorPrefix")} ` : ""}${title} - ${t("portal.name")}`}</title>
      {description && <meta name="description" content={description} />}
      {unlisted ? (
        <meta name="robots" content="noindex" />
      ) : (
        layout && (
          <Addresses publicUrl={layout.publicUrl} lang={lang} bare={bare} title={title} description={description} />
        )
      )}
      {[...(enhanced ? ["enhance"] : []), ...scripts].map((name) => (
        <script key={name} type="module" src={`/${name}.js`} async />
      ))}
      {children}
    </PageShell>
  );
}

/** The page's own address, the same page in the other language, and what a card of it shows where somebody shares it. */
function Addresses({
  publicUrl,
  lang,
  bare,
  title,
  description,
}: {
  publicUrl: string;
  lang: Lang;
  bare: string;
  title: string;
  description: string | undefined;
}) {
  const { t } = useTranslation("furniture");
  const cards: readonly (readonly [string, string | undefined])[] = [
    ["og:type", "website"],
    ["og:site_name", t("portal.name")],
    ["og:title", title],
    ["og:description", description ?? t("portal.line")],
    ["og:url", `${publicUrl}/${lang}${bare}`],
    ["og:locale", lang === "vi" ? "vi_VN" : "en_GB"],
    // The same picture for every page: nothing of a case outlives it in the caches of others.
    ["og:image", `${publicUrl}/preview-${lang}.png`],
    ["og:image:width", "1200"],
    ["og:image:height", "630"],
    ["og:image:alt", t("portal.name")],
  ];
  return (
    <>
      <link rel="canonical" href={`${publicUrl}/${lang}${bare}`} />
      {languages.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${publicUrl}/${other}${bare}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${publicUrl}/vi${bare}`} />
      {cards.map(([name, content]) => (
        <meta key={name} property={name} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
