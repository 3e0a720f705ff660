import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useRevalidator } from "react-router";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";

/** Five minutes before a session of thirty minutes goes idle. */
const WARN_AFTER_MS = 25 * 60_000;

/** Says in time that the session is about to end, and renews it by one button; what is being typed stays. */
export function SessionWarning() {
  const { revalidate } = useRevalidator();
  const { key } = useLocation();
  const [round, setRound] = useState(0);
  const stay = async () => {
    await revalidate();
    setRound(round + 1);
  };
  return <Countdown key={`${key} ${round}`} onStay={() => void stay()} />;
}

/** Each page that is opened and each renewal starts one of these. */
function Countdown({ onStay }: { onStay: () => void }) {
  const { t } = useTranslation("office");
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), WARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!over) return null;
  return (
    <Notice tone="warning" title={t("session.title")} live>
      <p>{t("session.text")}</p>
      <Button type="button" variant="secondary" onClick={onStay}>
        {t("session.stay")}
      </Button>
    </Notice>
  );
}
