import { and, eq, inArray, not, sql } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import { type Campaign, campaignOfCase, findCampaign } from "./campaigns.ts";
import { openReporter } from "./reporters.ts";
import type { Db } from "./store.server.ts";
import { insideWall } from "./visible-cases.ts";

/** The campaign of a case as this reader may know of it; null for a case that is in none. The caller has asked whether the case may be seen. */
export async function campaignOfCaseFor(db: Db, actor: Actor, caseId: number): Promise<Campaign | null> {
  return asSeen(db, actor, await campaignOfCase(db, caseId));
}

/** A campaign as this reader may know of it; null when there is none for them. */
export async function findCampaignFor(db: Db, actor: Actor, id: number): Promise<Campaign | null> {
  return asSeen(db, actor, await findCampaign(db, id));
}

/** A campaign without the letters whose wall shuts this reader out: they are few, and counted out one by one. A single letter is no campaign. */
async function asSeen(db: Db, actor: Actor, campaign: Campaign | null): Promise<Campaign | null> {
  if (campaign === null || actor.kind !== "staff") return campaign;
  const { cases, letterPrints } = db.tables;
  const hidden = await db
    .select({ id: cases.id, reporterType: cases.reporterType })
    .from(letterPrints)
    .innerJoin(cases, eq(cases.id, letterPrints.caseId))
    .where(and(eq(letterPrints.campaignId, campaign.id), insideWall(db, actor)));
  if (hidden.length === 0) return campaign;
  const ids = hidden.map(({ id }) => id);
  const senders = new Set<string>();
  for (const { id, reporterType } of hidden) {
    if (reporterType === "anonymous") continue;
    const sender = await openReporter(db, id);
    const contact = sender?.email?.toLowerCase() ?? sender?.phone;
    if (contact && !(await alsoWrote(db, campaign.id, ids, id))) senders.add(contact);
  }
  const letters = campaign.letters - hidden.length;
  if (letters < 2) return null;
  const anonymous = campaign.anonymous - hidden.filter((one) => one.reporterType === "anonymous").length;
  return { ...campaign, letters, anonymous, named: campaign.named - senders.size };
}

/** True when the sender of a hidden letter also sent one that is not hidden. */
async function alsoWrote(db: Db, campaignId: number, hidden: readonly number[], caseId: number): Promise<boolean> {
  const { reporters, letterPrints } = db.tables;
  const [own] = await db.select({ index: reporters.emailIndex }).from(reporters).where(eq(reporters.caseId, caseId));
  if (!own || own.index === null) return false;
  const [other] = await db
    .select({ one: sql<number>`1` })
    .from(reporters)
    .innerJoin(letterPrints, eq(letterPrints.caseId, reporters.caseId))
    .where(
      and(
        eq(reporters.emailIndex, own.index),
        eq(letterPrints.campaignId, campaignId),
        not(inArray(reporters.caseId, [...hidden])),
      ),
    )
    .limit(1);
  return other !== undefined;
}
