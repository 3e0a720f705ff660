import { eq } from "drizzle-orm";
import { bumpPublicRemovals } from "./counters.ts";
import type { Publication, PublishedTexts } from "./publications.ts";
import type { Tx } from "./store.server.ts";

/**
 * Notes that words which the public could read are about to be replaced: they
 * may be replaced because somebody is named in them. Words added to none
 * replace nothing. Called before the projection is written.
 */
export async function noteReplacedWords(tx: Tx, caseId: number, texts: Partial<PublishedTexts>): Promise<void> {
  const { publications } = tx.tables;
  const [before] = await tx.select().from(publications).where(eq(publications.caseId, caseId));
  if (before && replaces(before, texts)) await bumpPublicRemovals(tx);
}

function replaces(before: Publication, texts: Partial<PublishedTexts>): boolean {
  return Object.entries(texts).some(([name, text]) => {
    const former: unknown = before[name as keyof PublishedTexts];
    return former !== null && former !== undefined && JSON.stringify(former) !== JSON.stringify(text);
  });
}
