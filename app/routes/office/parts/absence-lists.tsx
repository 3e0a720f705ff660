import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Time } from "../../../components/time.tsx";
import type { AbsencesPage } from "../../../http/absences-page.ts";

interface Days {
  readonly fromDay: string;
  readonly toDay: string;
  readonly now: boolean;
}

function Span({ days }: { days: Days }) {
  const { t } = useTranslation("absences");
  return (
    <>
      <Time value={days.fromDay} /> – <Time value={days.toDay} />{" "}
      {days.now && <span className="badge badge--info">{t("today")}</span>}
    </>
  );
}

function End({ id, days, name }: { id: number; days: Days; name?: string }) {
  const { t } = useTranslation("absences");
  return (
    <form method="post">
      <input type="hidden" name="_act" value="end" />
      <input type="hidden" name="absenceId" value={id} />
      <Button variant="secondary">
        {t(days.now ? "end" : "cancel")} {name && <span className="visually-hidden">{name}</span>}
      </Button>
    </form>
  );
}

/** When the person of the page is away, now and in days to come. */
export function OwnAbsences({ page }: { page: AbsencesPage }) {
  const { t } = useTranslation("absences");
  const { person, absences } = page;
  return (
    <section aria-labelledby="own-absences">
      <h2 id="own-absences">{person.own ? t("own") : t("of", { name: person.name })}</h2>
      {absences.length === 0 && <p className="muted">{t("none")}</p>}
      <ul className="plain-list people">
        {absences.map((absence) => (
          <li key={absence.id} className="box">
            <p className="strong">
              <Span days={absence} />
            </p>
            <p>{t("by", { name: absence.substitute })}</p>
            <End id={absence.id} days={absence} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For whom the reader stands in. */
export function StandsInFor({ page }: { page: AbsencesPage }) {
  const { t } = useTranslation("absences");
  return (
    <section aria-labelledby="stands-in">
      <h2 id="stands-in">{t("standsIn")}</h2>
      <p className="muted">{t("standsInText")}</p>
      <ul className="plain-list people">
        {page.standsInFor.map((one) => (
          <li key={one.id} className="box">
            <p>
              <bdi className="strong">{one.name}</bdi>, {one.agency}
            </p>
            <p>
              <Span days={one} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The absences of others that the reader keeps, the first to end first. */
export function OthersAbsences({ page, others }: { page: AbsencesPage; others: NonNullable<AbsencesPage["others"]> }) {
  const { t } = useTranslation("absences");
  const here = page.person.own ? "/office/absences" : `/office/absences?person=${page.person.id}`;
  const older = `/office/absences?cursor=${others.nextCursor}`;
  return (
    <section>
      <h2>{t("others")}</h2>
      {others.items.length === 0 ? (
        <p className="muted">{t("noOthers")}</p>
      ) : (
        <ul className="plain-list people">
          {others.items.map((one) => (
            <li key={one.id} className="box">
              <p>
                <bdi className="strong">{one.name}</bdi>, {one.agency}
              </p>
              <p>
                <Span days={one} />
              </p>
              <p>{t("by", { name: one.substitute })}</p>
              <End id={one.id} days={one} name={one.name} />
            </li>
          ))}
        </ul>
      )}
      <Pagination newerHref={others.first ? null : here} olderHref={others.nextCursor && older} />
    </section>
  );
}
