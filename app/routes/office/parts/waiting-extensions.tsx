import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CodeText } from "../../../components/code-text.tsx";
import { Time } from "../../../components/time.tsx";
import type { ApprovalsPage } from "../../../http/approvals-page.ts";

/** The extensions that wait for a signature: how long, why, and the way to where they are signed or refused. */
export function WaitingExtensions({ items }: { items: ApprovalsPage["extensions"] }) {
  const { t } = useTranslation(["extensions", "clocks", "office"]);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="extensions">
      <h2 id="extensions">{t("waiting", { count: items.length })}</h2>
      <ul className="consults">
        {items.map((item) => (
          <li key={item.code}>
            <article className="consult">
              <h3>
                <Link to={`/office/cases/${item.code}#act-extend`} lang={item.lang}>
                  {item.title}
                </Link>
              </h3>
              <p className="card__meta">
                <CodeText>{item.code}</CodeText>
                <span className="strong">
                  {t("days")} {t(`clocks:${item.unit}`, { count: item.units })}
                </span>
                <span>
                  {t("office:case.due")} <Time value={item.dueOn} />
                </span>
              </p>
              {!item.late && item.newDay && (
                <p>
                  {t("clocks:newDate")}: <Time value={item.newDay} format="long" />
                </p>
              )}
              {item.late && <p className="strong">{t("tooLate")}</p>}
              <p lang="vi">{item.reason}</p>
              <p className="card__meta">
                <span>
                  {t("askedBy")}: <bdi>{item.askedBy}</bdi>
                </span>
                <Time value={item.askedAt} />
              </p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
