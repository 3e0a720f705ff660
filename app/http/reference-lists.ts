import type { Choices } from "../components/choices.ts";
import { localDate } from "../domain/calendar.ts";
import type { Lang } from "../domain/case-kind.ts";
import { type Agency, inForce, listAllAgencies } from "../../db/agencies.ts";
import type { Store } from "../../db/store.server.ts";
import { listProvinces, type Province } from "../../db/places.ts";
import { listTerms, type Term, type Vocabulary } from "../../db/terms.ts";

/** The closed lists that forms and filters offer. */
export interface ReferenceLists {
  readonly provinces: readonly Province[];
  readonly terms: Readonly<Record<Vocabulary, readonly Term[]>>;
  /** All that ever were: older cases keep the names of theirs. */
  readonly agencies: ReadonlyMap<number, Agency>;
  /** What can be chosen today, in each language. */
  readonly choices: Readonly<Record<Lang, Choices>>;
}

type Named = Pick<Agency, "code" | "nameVi" | "nameEn">;

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
  const [provinces, agencies, field, bottleneck, technology, obstacleClass, sector] = await Promise.all([
    listProvinces(read),
    listAllAgencies(read),
    listTerms(read, "field", day),
    listTerms(read, "bottleneck", day),
    listTerms(read, "technology", day),
    listTerms(read, "obstacle_class", day),
    listTerms(read, "sector", day),
  ]);
  const terms = { field, bottleneck, technology, obstacle_class: obstacleClass, sector };
  const choicesIn = (lang: Lang): Choices => {
    const options = (rows: readonly Named[]) =>
      rows.map((row) => ({ value: row.code, label: lang === "en" ? row.nameEn : row.nameVi }));
    const { compare } = new Intl.Collator(lang);
    return {
      province: options(provinces).sort((a, b) => compare(a.label, b.label)),
      // What an agency answered stays published when it has ended: it is asked for by name, after those of today.
      agency: options([
        ...agencies.filter((agency) => inForce(agency, day)),
        ...agencies.filter(({ validTo }) => validTo !== null && validTo < day),
      ]),
      complainedOf: options(
        agencies.filter(
          (agency) => inForce(agency, day) && !["standing_body", "unit", "commune"].includes(agency.kind),
        ),
      ),
      field: options(field),
      bottleneck: options(bottleneck),
      technology: options(technology),
      sector: options(sector),
      obstacle_class: options(obstacleClass),
    };
  };
  return {
    provinces,
    terms,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    choices: { vi: choicesIn("vi"), en: choicesIn("en") },
  };
}
