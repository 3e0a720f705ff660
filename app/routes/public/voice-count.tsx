import { useTranslation } from "react-i18next";

/** How many voices a case has, and how many of them are confirmed people: never one number for both. */
export function VoiceCount({ followers, confirmed }: { followers: number; confirmed: number }) {
  const { t } = useTranslation("similar");
  return <>{t(confirmed > 0 ? "voices" : "unconfirmedVoices", { count: followers, confirmed })}</>;
}
