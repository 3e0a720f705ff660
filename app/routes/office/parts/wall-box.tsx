import { useTranslation } from "react-i18next";
import { Time } from "../../../components/time.tsx";
import type { CasePage } from "../../../http/case-page.ts";

/** The unit that does the work, who stands in for whoever has the case, and, for triage and the monitor, who is shut out of it. */
export function WallBox({ page }: { page: CasePage }) {
  const { t } = useTranslation(["walls", "absences"]);
  const { unit, away, awayAtDesk, conflicts } = page.wall;
  if (!unit && !away && awayAtDesk.length === 0 && conflicts.length === 0) return null;
  return (
    <section aria-labelledby="wall" className="wall-box">
      <h2 id="wall">{t("title")}</h2>
      {unit && (
        <p>
          {t("unit", { unit: unit.name })}
          {unit.dueOn && (
            <>
              {" "}
              {t("unitDue")} <Time value={unit.dueOn} />.
            </>
          )}{" "}
          {t(unit.signs ? "unitSigns" : "leadSigns")}
        </p>
      )}
      {away && (
        <p>
          {t("away", { substitute: away.substitute })} <Time value={away.until} />.
        </p>
      )}
      {awayAtDesk.length > 0 && (
        <>
          <p>{t("absences:atDesk")}</p>
          <ul>
            {awayAtDesk.map(({ id, name, substitute, until }) => (
              <li key={id}>
                {t("absences:atDeskOne", { name, substitute })} <Time value={until} />
              </li>
            ))}
          </ul>
        </>
      )}
      {conflicts.length > 0 && (
        <ul className="plain-list">
          {conflicts.map((conflict) => (
            <li key={conflict.id}>
              <p>
                <span className="strong">{conflict.who}</span> · {t(`how.${conflict.how}`)} ·{" "}
                <Time value={conflict.at} format="time" />
              </p>
              {conflict.reason && <p className="user-text">{conflict.reason}</p>}
              {conflict.liftedAt && (
                <p className="muted">
                  {t("lifted")} <Time value={conflict.liftedAt} format="time" />: {conflict.liftReason}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
