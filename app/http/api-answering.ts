import type { z } from "zod";
import { agencyNames } from "../../db/agencies.ts";
import type { OfficeCase } from "../../db/office-case.ts";
import type { Db } from "../../db/store.server.ts";
import type * as shape from "./api-staff-shapes.ts";
import { agencyRefJson, isoOrNull } from "./api-views.ts";

type StaffCase = z.infer<typeof shape.staffCase>;

/** The check list of a case and the questions to other agencies, with the ids that commands take. */
export async function answeringJson(
  db: Db,
  { points, consults }: OfficeCase,
): Promise<Pick<StaffCase, "points" | "consults">> {
  const agencies = await agencyNames(
    db,
    consults.flatMap((one) => [one.agencyId, one.askedByAgencyId]),
  );
  return {
    points: points.map(({ id, text, state, body, until, note }) => ({ id, text, state, body, until, note })),
    consults: consults.flatMap((one) => {
      const agency = agencies.get(one.agencyId);
      const askedBy = agencies.get(one.askedByAgencyId);
      if (!agency || !askedBy) return [];
      const { id, question, state, answer } = one;
      return {
        id,
        agency: agencyRefJson(agency),
        askedBy: agencyRefJson(askedBy),
        question,
        askedAt: one.askedAt.toISOString(),
        dueAt: one.dueAt.toISOString(),
        state,
        answer,
        answeredAt: isoOrNull(one.answeredAt),
      };
    }),
  };
}
