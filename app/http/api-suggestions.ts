import type { z } from "zod";
import type { OfficeCase } from "../../db/office-case.ts";
import { type Reasoned, suggestFor } from "../../db/suggestions.ts";
import type { StaffActor } from "../domain/actor.ts";
import type * as shape from "./api-staff-shapes.ts";
import { agencyRefJson } from "./api-views.ts";
import type { Portal } from "./context.ts";
import { inTriage } from "./suggestion-page.ts";

/** What near cases suggest for a case in triage; null where nothing is to be decided. */
export async function suggestionsJson(
  { store, clock }: Portal,
  actor: StaffActor,
  { row, acts }: OfficeCase,
): Promise<z.infer<typeof shape.suggestions> | null> {
  if (!inTriage(row, acts)) return null;
  const told = await suggestFor(store.read, actor, row, clock());
  return {
    agency: told.agency.map((choice) => ({ ...reasons(choice), value: agencyRefJson(choice.value) })),
    field: told.field.map((choice) => ({ ...reasons(choice), value: choice.value })),
    bottleneck: told.bottleneck.map((choice) => ({ ...reasons(choice), value: choice.value })),
    level: told.level.map((choice) => ({ ...reasons(choice), value: choice.value })),
    duplicates: told.duplicates.map(({ code, place, sameField, words }) => ({
      code,
      place,
      sameField,
      words: [...words],
    })),
  };
}

const reasons = ({ share, cases, words, like }: Reasoned<unknown>) => ({
  share: Math.round(share * 100) / 100,
  cases,
  words: [...words],
  like: like.map(({ code }) => code),
});
