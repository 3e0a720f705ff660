import { localDate } from "../domain/calendar.ts";
import type { Store } from "../../db/store.server.ts";
import { listProvinces, type Province } from "../../db/places.ts";
import { listTerms, type Term, type Vocabulary } from "../../db/terms.ts";

/** The closed lists that forms and filters offer. */
export interface ReferenceLists {
  readonly provinces: readonly Province[];
  readonly terms: Readonly<Record<Vocabulary, readonly Term[]>>;
}

const MAX_AGE_MS = 60_000;
const known = new WeakMap<Store, { at: number; lists: ReferenceLists }>();

/**
 * The lists in force today, read at most once a minute. While the database
 * cannot be reached the last known ones serve, so that a form can be shown
 * again with what was typed.
 */
export async function referenceLists(store: Store, now: Date): Promise<ReferenceLists> {
  const last = known.get(store);
  if (last && Math.abs(now.getTime() - last.at) < MAX_AGE_MS) return last.lists;
  try {
    const lists = await readLists(store, localDate(now));
    known.set(store, { at: now.getTime(), lists });
    return lists;
  } catch (error) {
    if (last) return last.lists;
    throw error;
  }
}

async function readLists({ read }: Store, day: string): Promise<ReferenceLists> {
  const [provinces, field, bottleneck, technology, obstacleClass, sector] = await Promise.all([
    listProvinces(read),
    listTerms(read, "field", day),
    listTerms(read, "bottleneck", day),
    listTerms(read, "technology", day),
    listTerms(read, "obstacle_class", day),
    listTerms(read, "sector", day),
  ]);
  return { provinces, terms: { field, bottleneck, technology, obstacle_class: obstacleClass, sector } };
}
