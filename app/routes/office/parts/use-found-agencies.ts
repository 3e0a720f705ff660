import { useEffect, useState } from "react";
import type { NamedChoice } from "../../../http/case-page.ts";

/** An agency to choose, with why it is offered where it is a suggestion. */
export interface OfferedAgency extends NamedChoice {
  readonly reason?: string;
}

const WAIT_MS = 80;

/**
 * The agencies that fit what is typed; null while nothing is asked, and until
 * the answer to just these words is there: Enter must never pick from the list
 * of other words.
 */
export function useFoundAgencies(typed: string | null): readonly OfferedAgency[] | null {
  const [found, setFound] = useState<{ typed: string; items: readonly OfferedAgency[] } | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const stop = new AbortController();
    const ask = async () => {
      const query = new URLSearchParams({ q: typed });
      try {
        const answer = await fetch(`/office/agencies/search?${query}`, { signal: stop.signal });
        if (answer.ok) setFound({ typed, ...((await answer.json()) as { items: OfferedAgency[] }) });
      } catch {
        // Asked again with the next letter.
      }
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed]);
  return found !== null && found.typed === typed ? found.items : null;
}
