import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { CodeText } from "../../../components/code-text.tsx";
import { dateWords } from "../../../components/date-words.ts";
import { TextArea } from "../../../components/field.tsx";
import { Time } from "../../../components/time.tsx";
import type { ShownRequest } from "../identity-requests.tsx";
import type { FormState } from "./form-words.ts";
import { useIdentityWords } from "./identity-words.ts";

const tones = { open: "info", granted: "fine", refused: "quiet" } as const;

/** One request: who asks, about which case and why, and while it is open the two decisions. */
export function RequestCard({ item, state }: { item: ShownRequest; state: FormState | null }) {
  const { t } = useTranslation(["identity", "domain"]);
  const { t: furniture } = useTranslation("furniture");
  const form = `request-${item.id}`;
  const { field } = useIdentityWords(form, state);
  return (
    <li className="box">
      <p>
        <CodeText>{item.code}</CodeText>{" "}
        <span className={`badge badge--${tones[item.state]}`}>{t(`requests.state.${item.state}`)}</span>
      </p>
      <p className="card__meta">
        <span>{t(`domain:kind.${item.kind}`)}</span>
        <bdi className="strong">{item.name}</bdi>
        <span>{t(`domain:role.${item.role}`)}</span>
        <span>{item.agency}</span>
        <span>
          {t("requests.asked")} <Time value={item.askedAt} format="time" />
        </span>
        {item.decidedAt && (
          <span>
            {t("requests.decidedAt")} <Time value={item.decidedAt} format="time" />
          </span>
        )}
      </p>
      <p className="written">{item.reason || t("requests.erased")}</p>
      {item.grantedUntil && (
        <p className="muted">{t("requests.until", { date: dateWords(item.grantedUntil, "time", furniture) })}</p>
      )}
      {item.state === "open" && item.own && <p className="muted">{t("requests.own")}</p>}
      {item.state === "open" && !item.own && (
        <form method="post" noValidate>
          <input type="hidden" name="requestId" value={item.id} />
          <TextArea {...field("reason")} rows={3} />
          <div className="cluster">
            <Button name="decision" value="grant">
              {t("requests.grant")} <span className="visually-hidden">{item.code}</span>
            </Button>
            <Button variant="danger" name="decision" value="refuse">
              {t("requests.refuse")} <span className="visually-hidden">{item.code}</span>
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
