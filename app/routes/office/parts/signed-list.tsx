import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { Time } from "../../../components/time.tsx";
import type { ExtensionsPage } from "../../../http/extensions-page.ts";

/** The extensions that were signed: case, how long, why, by whom, and both dates. */
export function SignedList({ items, several }: { items: ExtensionsPage["items"]; several: boolean }) {
  const { t } = useTranslation(["extensions", "clocks"]);
  return (
    <ol className="consults">
      {items.map((item) => (
        <li key={item.id}>
          <article className="consult">
            <h3>
              {item.title === null ? (
                <CodeText>{item.code}</CodeText>
              ) : (
                <Link to={`/office/cases/${item.code}`} lang={item.lang}>
                  {item.title}
                </Link>
              )}
            </h3>
            <p className="card__meta">
              {item.title !== null && <CodeText>{item.code}</CodeText>}
              {several && <span>{item.agency}</span>}
              <span className="strong">
                {t("days")} {t(`clocks:${item.unit}`, { count: item.units })}
              </span>
            </p>
            <p className="card__meta">
              {item.dueBefore && (
                <span>
                  {t("before")}: <Time value={item.dueBefore} />
                </span>
              )}
              {item.dueAfter && (
                <span>
                  {t("after")}: <Time value={item.dueAfter} />
                </span>
              )}
            </p>
            <p lang="vi">{item.reason}</p>
            <p className="card__meta">
              <span>
                {t("by")}: <bdi>{item.signedBy}</bdi>
              </span>
              {item.signedAt && <Time value={item.signedAt} />}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
