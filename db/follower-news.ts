import { and, asc, countDistinct, desc, eq, exists, gt, inArray, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import { followedCase, type Follower } from "./followers.ts";
import { findMerge, goesOnInPublic } from "./merges.ts";
import { enqueueMail } from "./outbox.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

/** What those who follow published cases are to be told: one row for each case, however many follow it. */
type News = Tables["followerNews"]["$inferSelect"];

/** Those who follow a case and whose address is confirmed. */
function toldOf(db: Db) {
  const { followers } = db.tables;
  return and(isNotNull(followers.confirmedAt), isNotNull(followers.email));
}

/** Notes what the followers of a case are to be told, from a moment on that may be to come. */
export async function noteNews(
  tx: Tx,
  caseId: number,
  mail: string,
  params: Record<string, string>,
  from: Date,
): Promise<void> {
  const { followers, followerNews } = tx.tables;
  const some = and(eq(followers.caseId, caseId), toldOf(tx));
  const anybody = await tx.select({ id: followers.id }).from(followers).where(some).limit(1);
  if (anybody.length > 0) await tx.insert(followerNews).values({ caseId, mail, params, afterId: 0, createdAt: from });
}

/** Rows of one statement. */
const AT_ONCE = 200;

/**
 * Notes what is new of a case for its followers and for those of the cases that
 * go on under it in public. The latter are told it of the case that they follow,
 * by whose address it is read: `via` says that the news is the lead's.
 */
export async function noteFamilyNews(
  tx: Tx,
  leadId: number,
  mail: string,
  params: Record<string, string>,
  now: Date,
): Promise<void> {
  await noteNews(tx, leadId, mail, params, now);
  const { cases, caseMerges, followers, followerNews } = tx.tables;
  const followed = tx
    .select({ one: sql`1` })
    .from(followers)
    .where(and(eq(followers.caseId, caseMerges.caseId), toldOf(tx)));
  const members = await tx
    .select({ caseId: cases.id, code: cases.code })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(and(eq(caseMerges.leadId, leadId), goesOnInPublic(tx), exists(followed)))
    .orderBy(asc(cases.id));
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const rows = members.slice(from, from + AT_ONCE).map(({ caseId, code }) => ({
      caseId,
      mail,
      params: { ...params, code, via: "lead" },
      afterId: 0,
      createdAt: now,
    }));
    await tx.insert(followerNews).values(rows);
  }
}

/** The news that was noted last; 0 when there is none. */
export async function newestNews(tx: Tx): Promise<number> {
  const { followerNews } = tx.tables;
  const [newest] = await tx.select({ id: followerNews.id }).from(followerNews).orderBy(desc(followerNews.id)).limit(1);
  return newest?.id ?? 0;
}

/** What was noted after that: the mail, and how many people will get it; null when nobody will. */
export async function newsSince(
  tx: Tx,
  since: number,
): Promise<(Pick<News, "mail" | "params"> & { people: number }) | null> {
  const { followers, followerNews } = tx.tables;
  const noted = await tx.select().from(followerNews).where(gt(followerNews.id, since)).orderBy(asc(followerNews.id));
  const [first] = noted;
  if (!first) return null;
  const caseIds = noted.map(({ caseId }) => caseId);
  const [told] = await tx
    .select({ people: countDistinct(followers.emailIndex) })
    .from(followers)
    .where(and(inArray(followers.caseId, caseIds), toldOf(tx)));
  return { mail: first.mail, params: first.params, people: told?.people ?? 0 };
}

/** Takes back news of a case from those who have not been told yet; true when nobody has been. */
export async function takeBackNews(tx: Tx, caseId: number, mail: string): Promise<boolean> {
  const { followerNews } = tx.tables;
  const waiting = and(eq(followerNews.caseId, caseId), eq(followerNews.mail, mail));
  const taken = await tx.delete(followerNews).where(waiting).returning({ afterId: followerNews.afterId });
  return taken.some(({ afterId }) => afterId === 0);
}

/** True when some followers are to be told something now; asked first, so that an idle pass writes nothing. */
export async function hasNews(db: Db, now: Date): Promise<boolean> {
  const { followerNews } = db.tables;
  const due = lte(followerNews.createdAt, now);
  return (await db.select({ id: followerNews.id }).from(followerNews).where(due).limit(1)).length > 0;
}

/**
 * Queues the mails for the next followers of the oldest news; returns how many
 * were looked at. The row is advanced only from where it was read, so two
 * workers tell nobody twice.
 */
export async function tellSomeFollowers(tx: Tx, now: Date, limit: number): Promise<number> {
  const { followerNews } = tx.tables;
  const due = lte(followerNews.createdAt, now);
  const [news] = await tx.select().from(followerNews).where(due).orderBy(asc(followerNews.id)).limit(1);
  if (!news) return 0;
  const read = await readAt(tx, news);
  const some = read === null ? [] : await nextOf(tx, news, limit);
  const here = and(eq(followerNews.id, news.id), eq(followerNews.afterId, news.afterId));
  const last = some.length < limit ? undefined : some.at(-1);
  const taken = last
    ? await tx.update(followerNews).set({ afterId: last.id }).where(here).returning({ id: followerNews.id })
    : await tx.delete(followerNews).where(here).returning({ id: followerNews.id });
  if (taken.length === 0) return 0;
  const { via: _via, ...params } = news.params;
  const known = await toldBefore(tx, news, some);
  for (const { id, code, lang, emailIndex } of some) {
    if (known.has(emailIndex)) continue;
    const told = { ...params, leadCode: read ?? "", followCode: code };
    await enqueueMail(tx, { mail: news.mail, lang, recipient: "follower", recipientId: id, params: told }, now);
  }
  return some.length;
}

/** The followers who are told next. */
async function nextOf(tx: Tx, news: News, limit: number): Promise<Follower[]> {
  const { followers } = tx.tables;
  return tx
    .select()
    .from(followers)
    .where(
      and(
        eq(followers.caseId, news.caseId),
        gt(followers.id, news.afterId),
        isNotNull(followers.email),
        // Whoever confirmed later has read it.
        lte(followers.confirmedAt, news.createdAt),
      ),
    )
    .orderBy(asc(followers.id))
    .limit(limit);
}

/** The code of the case at whose page the news is read; null when there is none any more. */
async function readAt(tx: Tx, { caseId, params }: News): Promise<string | null> {
  const publication = await followedCase(tx, { caseId });
  // A case that is on its own again is told of by its own news.
  return publication && (params.via === undefined || publication.caseId !== caseId) ? publication.code : null;
}

/** Of their addresses those that are told news of the lead as followers of that, or of an older case under it. */
async function toldBefore(tx: Tx, news: News, some: readonly Follower[]): Promise<ReadonlySet<string | null>> {
  const indexes = some.flatMap(({ emailIndex }) => emailIndex ?? []);
  if (news.params.via === undefined || indexes.length === 0) return new Set();
  const { cases, caseMerges, followers } = tx.tables;
  const leadId = (await findMerge(tx, news.caseId))?.leadId;
  if (leadId === undefined) return new Set();
  const older = tx
    .select({ id: cases.id })
    .from(caseMerges)
    .innerJoin(cases, eq(cases.id, caseMerges.caseId))
    .where(
      and(
        eq(caseMerges.leadId, leadId),
        lt(caseMerges.caseId, news.caseId),
        lte(caseMerges.at, news.createdAt),
        goesOnInPublic(tx),
      ),
    );
  const rows = await tx
    .select({ emailIndex: followers.emailIndex })
    .from(followers)
    .where(
      and(
        inArray(followers.emailIndex, indexes),
        or(eq(followers.caseId, leadId), inArray(followers.caseId, older)),
        lte(followers.confirmedAt, news.createdAt),
      ),
    );
  return new Set(rows.map(({ emailIndex }) => emailIndex));
}
