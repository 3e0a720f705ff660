import type { CaseRow } from "../../../db/cases.ts";
import { openReporter } from "../../../db/reporters.ts";
import type { Db } from "../../../db/store.server.ts";

/**
 * The names that must not slip into a public text: the sender's, those of the
 * co-authors, and the tax code given in the form. They are used for finding and
 * go no further. None once the identity is erased.
 */
export async function knownNames(db: Db, row: Pick<CaseRow, "id">): Promise<string[]> {
  const identity = await openReporter(db, row.id);
  if (!identity) return [];
  const coAuthors = (identity.coAuthors ?? []).map(({ name }) => name);
  return [identity.name, identity.taxCode, ...coAuthors].flatMap((known) => (known ? [known] : []));
}
