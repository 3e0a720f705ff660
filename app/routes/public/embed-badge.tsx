import { useTranslation } from "react-i18next";
import { Disclosure } from "../../components/disclosure.tsx";

/** What another site copies to show how a case stands: plain HTML, without script. */
export function EmbedBadge({ code, lang, publicUrl }: { code: string; lang: string; publicUrl: string }) {
  const { t } = useTranslation("badge");
  const address = `${publicUrl}/${lang}/cases/${code}`;
  const frame = `<iframe src="${address}/badge" title="${t("frame", { code })}" width="360" height="220" loading="lazy"></iframe>`;
  const picture = `<a href="${address}"><img src="${address}/badge.svg" alt="${t("picture", { code })}" height="28"></a>`;
  return (
    <div className="no-print">
      <Disclosure summary={t("title")}>
        <p>{t("text")}</p>
        {[
          { name: t("asFrame"), html: frame },
          { name: t("asPicture"), html: picture },
        ].map(({ name, html }) => (
          <div key={name}>
            <p>{name}</p>
            {/* A box that scrolls has to be reachable by keyboard. */}
            <pre tabIndex={0} role="region" aria-label={name}>
              <code>{html}</code>
            </pre>
          </div>
        ))}
      </Disclosure>
    </div>
  );
}
