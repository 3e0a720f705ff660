import { useEffect, useState } from "react";
import { type CaseNews, HEARTBEAT_MS } from "../../../domain/presence.ts";

/** After the last key press, somebody is still writing for this long. */
const TYPING_MS = 8_000;
/** Who goes on sooner only passed by: colleagues are not told. */
const PASSING_MS = 300;

/**
 * Tells colleagues that this page has the case open, and hears from them who
 * else has and when the case changes. A page in the background is put away, so
 * that many open tabs hold no connections. Null until the first news. Who only
 * reads (`attends` is false) hears and tells nothing.
 */
export function useCaseNews(code: string, attends: boolean): CaseNews | null {
  const [news, setNews] = useState<CaseNews | null>(null);

  useEffect(() => {
    const address = `/office/cases/${code}/news`;
    let source: EventSource | null = null;
    let beat: ReturnType<typeof setInterval> | undefined;
    let typedAt = 0;
    let said = "";

    const say = (state: string) => {
      said = state;
      if (!attends) return;
      const body = new URLSearchParams({ state });
      if (state === "gone") navigator.sendBeacon(address, body);
      else void fetch(address, { method: "POST", body }).catch(() => undefined);
    };
    const here = () => (Date.now() - typedAt < TYPING_MS ? "typing" : "here");
    const open = () => {
      if (source) return;
      say(here());
      beat = setInterval(() => say(here()), HEARTBEAT_MS);
      source = new EventSource(address);
      source.addEventListener("case", (event: MessageEvent<string>) => setNews(JSON.parse(event.data) as CaseNews));
    };
    const putAway = () => {
      if (!source) return;
      source.close();
      source = null;
      clearInterval(beat);
      say("gone");
    };
    const turn = () => (document.visibilityState === "visible" ? open() : putAway());
    const typed = () => {
      typedAt = Date.now();
      if (source && said !== "typing") say("typing");
    };

    const stays = setTimeout(turn, PASSING_MS);
    document.addEventListener("visibilitychange", turn);
    document.addEventListener("input", typed);
    addEventListener("pagehide", putAway);
    return () => {
      clearTimeout(stays);
      document.removeEventListener("visibilitychange", turn);
      document.removeEventListener("input", typed);
      removeEventListener("pagehide", putAway);
      putAway();
      setNews(null);
    };
  }, [code, attends]);

  return news;
}
