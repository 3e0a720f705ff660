import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Time } from "../../../components/time.tsx";
import { type DeliveryState, deliveryStates } from "../../../domain/webhook.ts";
import { ViewTabs } from "./view-tabs.tsx";

interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly code: string | null;
  readonly at: Date;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
  readonly settledAt: Date | null;
}

export interface DeliveriesProps {
  /** The address of the system's page. */
  readonly root: string;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  readonly state: DeliveryState;
  readonly deliveries: readonly Delivery[];
  readonly first: boolean;
  readonly nextCursor: string | null;
}

/** What was told to a system, or could not be; what was given up can be sent again. */
export function Deliveries({ root, counts, state, deliveries, first, nextCursor }: DeliveriesProps) {
  const { t } = useTranslation("systems");
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t("deliveries")}</h2>
      <ViewTabs
        label={t("deliveries")}
        tabs={deliveryStates.map((name) => ({
          key: name,
          href: `${root}?state=${name}`,
          label: t(`state.${name}`),
          current: name === state,
          ...(counts[name]
            ? { count: counts[name] >= 1000 ? "999+" : String(counts[name]), late: name === "dead" }
            : {}),
        }))}
      />
      {deliveries.length === 0 && <EmptyState title={t(`empty.${state}`)} />}
      <ul className="plain-list mails">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="box">
            <p className="strong">{t(`event.${delivery.event}`)}</p>
            <p className="card__meta">
              {delivery.code && <CodeText>{delivery.code}</CodeText>}
              <span>
                {t("at")} <Time value={delivery.at} format="time" />
              </span>
              {delivery.settledAt && state === "delivered" && (
                <span>
                  {t("deliveredAt")} <Time value={delivery.settledAt} format="time" />
                </span>
              )}
              {delivery.attempts > 0 && <span>{t("attempts", { count: delivery.attempts })}</span>}
              {state === "queued" && delivery.attempts > 0 && (
                <span>
                  {t("next")} <Time value={delivery.nextAt} format="time" />
                </span>
              )}
              {delivery.lastError && (
                <span>{t([`reason.${delivery.lastError}`, "error"], { code: delivery.lastError })}</span>
              )}
            </p>
            {state === "dead" && (
              <form method="post">
                <input type="hidden" name="change" value="resend" />
                <input type="hidden" name="delivery" value={delivery.id} />
                <Button variant="secondary">{t("resend")}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Pagination
        newerHref={first ? null : `${root}?state=${state}`}
        olderHref={nextCursor && `${root}?${new URLSearchParams({ state, cursor: nextCursor })}`}
      />
    </section>
  );
}
