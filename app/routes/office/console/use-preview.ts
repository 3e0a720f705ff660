import { type RefObject, useEffect, useState } from "react";
import type { PreviewResult } from "../../../http/preview.ts";
import { askPreview } from "./send.ts";

const WAIT_MS = 250;

/**
 * What the form would send as it is filled in now, asked again while somebody
 * types. Begins with the first touch of the form unless `eager`, so that a page
 * full of folded forms asks nothing.
 */
export function useLivePreview(
  form: RefObject<HTMLFormElement | null>,
  code: string,
  eager: boolean,
): { readonly result: PreviewResult | null; readonly ask: () => void } {
  const [result, setResult] = useState<PreviewResult | null>(null);
  const [round, setRound] = useState(eager ? 1 : 0);

  useEffect(() => {
    const element = form.current;
    // Only after React has heard of it too: drawn anew in between, a field would lose what was typed.
    const touched = () => setTimeout(() => setRound((count) => count + 1), 0);
    element?.addEventListener("input", touched);
    return () => element?.removeEventListener("input", touched);
  }, [form]);

  useEffect(() => {
    if (round === 0) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      if (!form.current) return;
      const found = await askPreview(code, new FormData(form.current), stop.signal);
      if (!stop.signal.aborted) setResult(found);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [form, code, round]);

  return { result, ask: () => setRound((count) => count + 1) };
}
