import { useEffect } from "react";
import { useFetcher } from "react-router";
import { wantPage } from "./case-pages.ts";

/** Fetches the two cases that come next, so that they are there before they are asked for. */
export function useAhead(hrefs: readonly string[]): void {
  const { load: loadFirst } = useFetcher({ key: "ahead-1" });
  const { load: loadSecond } = useFetcher({ key: "ahead-2" });
  const [first, second] = hrefs;
  useEffect(() => {
    if (first && wantPage(first)) void loadFirst(first);
  }, [first, loadFirst]);
  useEffect(() => {
    if (second && wantPage(second)) void loadSecond(second);
  }, [second, loadSecond]);
}
