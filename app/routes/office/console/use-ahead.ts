import { useEffect } from "react";
import { useFetcher } from "react-router";
import { afterPaint } from "./after-paint.ts";
import { wantPage } from "./case-pages.ts";

/** Fetches the cases that a key leads to, so that they are there before they are asked for: at most three. */
export function useAhead([first, second, third]: readonly string[]): void {
  useFetched(first);
  useFetched(second);
  useFetched(third);
}

/** Each address has a fetcher of its own: what is on its way is not broken off by going one line further. */
function useFetched(href: string | undefined): void {
  const { load } = useFetcher({ key: `ahead ${href ?? ""}` });
  useEffect(() => {
    if (!href) return;
    return afterPaint(() => {
      if (wantPage(href)) void load(href);
    });
  }, [href, load]);
}
