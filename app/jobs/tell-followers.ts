import { hasNews, tellSomeFollowers } from "../../db/follower-news.ts";
import type { Store } from "../../db/store.server.ts";

/** Mails queued in one transaction. */
const AT_ONCE = 200;
/** Transactions of one pass; the next pass goes on. */
const PER_PASS = 25;

/** Turns what followers are to be told into mails of the outbox, a bounded number at a time. */
export async function tellFollowers(store: Store, now: Date): Promise<number> {
  let told = 0;
  for (let round = 0; round < PER_PASS && (await hasNews(store.read, now)); round += 1) {
    told += await store.write((tx) => tellSomeFollowers(tx, now, AT_ONCE));
  }
  return told;
}
