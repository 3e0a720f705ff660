import { z } from "zod";
import type { Lang } from "../domain/case-kind.ts";

/** A machine that drafts translations. It is given nothing but what is published already. */
export interface Translator {
  /** The translations in the order of the texts; throws when it cannot be reached or answers anything else. */
  translate(texts: readonly string[], from: Lang, to: Lang): Promise<string[]>;
}

const PATIENCE_MS = 20_000;
const answer = z.object({ texts: z.array(z.string().max(20_000)) });

/** The machine at the operator's address; null where there is none, which is how a portal comes. It is waited for so many milliseconds. */
export function translatorAt(url: string | undefined, patienceMs = PATIENCE_MS): Translator | null {
  if (url === undefined) return null;
  return {
    async translate(texts, from, to) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ from, to, texts }),
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!response.ok) throw new Error(`the translator answered ${response.status}`);
      const said = answer.parse(await response.json()).texts;
      if (said.length !== texts.length) throw new Error("the translator answered another number of texts");
      return said;
    },
  };
}
