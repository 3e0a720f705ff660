import { useCallback, useEffect, useState } from "react";
import { useFetcher } from "react-router";
import type { ConsoleView } from "../../../http/console.ts";
import { type Lines, linesOf, refreshed } from "./lines.ts";

const LOOK_MS = 30_000;

/**
 * The lines of the open list. They stand still while somebody reads: what the
 * server knows anew goes into the lines that are there, what has come in waits
 * to be asked for.
 */
export function useLines(view: ConsoleView | null): [Lines | null, (change: (lines: Lines) => Lines) => void] {
  const [held, setHeld] = useState<{ search: string; from: ConsoleView; lines: Lines } | null>(null);
  const { load, data } = useFetcher<{ list: ConsoleView | null }>({ key: "console-rows" });
  const search = view?.search ?? null;

  // A list of its own for each view; the same view read anew goes into it.
  let current = held;
  if (view === null) current = null;
  else if (held === null || held.search !== view.search) {
    current = { search: view.search, from: view, lines: linesOf(view.rows) };
  } else if (held.from !== view) {
    current = { ...held, from: view, lines: refreshed(held.lines, view.rows) };
  }
  if (current !== held) setHeld(current);

  useEffect(() => {
    if (search === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void load(`/office/console-rows?${search}`);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [search, load]);

  const latest = data?.list ?? null;
  const [seen, setSeen] = useState<ConsoleView | null>(null);
  if (latest !== null && latest !== seen) {
    setSeen(latest);
    if (current && latest.search === current.search) {
      setHeld({ ...current, lines: refreshed(current.lines, latest.rows) });
    }
  }

  const change = useCallback((apply: (lines: Lines) => Lines) => {
    setHeld((now) => (now ? { ...now, lines: apply(now.lines) } : now));
  }, []);
  return [current?.lines ?? null, change];
}
