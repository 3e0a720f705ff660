import { and, eq, gt, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { openStatuses, type Status } from "../app/domain/case-status.ts";
import type { QueueSort } from "../app/domain/queue-address.ts";
import type { CaseRow } from "./cases.ts";
import type { Db } from "./store.server.ts";

/** How many cases filters or words leave; null where the order of the list soon meets some. */
export type Rarity = "none" | "few" | "many" | null;

/** What of a case its place in a list depends on. */
type Placed = Pick<CaseRow, "id" | "status" | "dueAt" | "receivedAt">;

/** The order of a list: a key, then the number of the case. */
export interface Order {
  /** The column of the key; null where the number itself is the key. */
  readonly column: "dueAt" | "receivedAt" | null;
  readonly descending: boolean;
  /** What somebody still works on comes before what has ended; only where all that is found is sorted. */
  readonly openFirst: boolean;
}

/**
 * The index of words has cases in the order in which they were filed, and in no
 * other. Few cases that hold words are sorted: whoever looks for one by its due
 * date means an open one first.
 */
export function orderOf(sort: QueueSort, words: boolean, rarity: Rarity): Order {
  if (rarity === "many" && words) return { column: null, descending: sort !== "oldest", openFirst: false };
  const due = sort === "due";
  const openFirst = due && words && rarity === "few";
  return { column: due ? "dueAt" : "receivedAt", descending: sort === "newest", openFirst };
}

const worked: readonly Status[] = [...openStatuses, "disputed"];
const rankOf = ({ status }: Pick<Placed, "status">): number => (worked.includes(status) ? 0 : 1);
export const rankIn = (db: Db): SQL => sql`case when ${inArray(db.tables.cases.status, [...worked])} then 0 else 1 end`;

/** Where the next page begins: behind this row. */
export function cursorOf(order: Order, row: Placed): string {
  const parts = [keyOf(order, row), row.id, ...(order.openFirst ? [rankOf(row)] : [])];
  return parts.map((part) => part.toString(36)).join(".");
}

const keyOf = ({ column }: Order, row: Placed): number => (column === null ? row.id : row[column].getTime());

/** Compares rows as the list has them. */
export function inOrder(order: Order): (one: Placed, other: Placed) => number {
  const direction = order.descending ? -1 : 1;
  const ended = (row: Placed) => (order.openFirst ? rankOf(row) : 0);
  return (one, other) =>
    ended(one) - ended(other) || direction * (keyOf(order, one) - keyOf(order, other) || one.id - other.id);
}

/** The number of the case behind which a page begins; null at the first page. */
export function numberIn(cursor: string | null): number | null {
  const number = Number.parseInt((cursor ?? "").split(".")[1] ?? "", 36);
  return Number.isSafeInteger(number) ? number : null;
}

/** The condition that a case stands behind a cursor; none for the first page and for what no page has given. */
export function afterCursor(db: Db, order: Order, number: SQL, cursor: string | null): SQL | undefined {
  const { column, descending, openFirst } = order;
  const [last, id, ended = 0] = (cursor ?? "").split(".").map((part) => Number.parseInt(part, 36));
  if (last === undefined || id === undefined || !Number.isSafeInteger(last) || !Number.isSafeInteger(id))
    return undefined;
  const beyond = descending ? lt : gt;
  if (column === null) return beyond(number, id);
  const at = new Date(last);
  if (Number.isNaN(at.getTime())) return undefined;
  const key = db.tables.cases[column];
  const further = or(beyond(key, at), and(eq(key, at), beyond(number, id)));
  if (!openFirst) return further;
  const rank = rankIn(db);
  return ended === 0 ? or(sql`${rank} = 1`, further) : and(sql`${rank} = 1`, further);
}
