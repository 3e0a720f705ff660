import type { Lang } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";

/** Who is told by mail what is new in a list of published cases. */
export function listFollowerTables(kit: ColumnKit) {
  const { table, serial, ref, text, time, index, uniqueIndex } = kit;

  const listFollowers = table(
    "list_follower",
    {
      id: serial(),
      lang: text().$type<Lang>().notNull(),
      /** The filters of the list as the query of its address, in one spelling. */
      query: text().notNull(),
      rhythm: text().$type<"daily" | "weekly">().notNull(),
      /** Whose data the sealed address is. */
      owner: text().notNull(),
      wrappedKey: text().notNull(),
      /** Sealed. */
      email: text().notNull(),
      /** Keyed hash of the address. */
      emailIndex: text().notNull(),
      /** The newest publication that this follower knows of. */
      afterId: ref().notNull(),
      confirmedAt: time(),
      /** When the next digest may go; null until the address is confirmed. */
      nextAt: time(),
      createdAt: time().notNull(),
    },
    (t) => [
      uniqueIndex("list_follower_list").on(t.emailIndex, t.query, t.lang),
      index("list_follower_next").on(t.nextAt, t.id),
      index("list_follower_created").on(t.confirmedAt, t.createdAt),
    ],
  );

  return { listFollowers };
}
