import { burdenOf, provisionsOf } from "../../app/domain/barrier.ts";
import { provisionRow } from "../barriers.ts";
import type { CaseRow } from "../cases.ts";
import type { Tables } from "../schema.ts";

/** The provisions and costs of seeded barriers, as the command for filing stores them. */
export function barrierRows(cases: readonly Pick<CaseRow, "id" | "kind" | "details">[]): {
  provisions: Tables["caseProvisions"]["$inferInsert"][];
  burdens: Tables["caseBurdens"]["$inferInsert"][];
} {
  const barriers = cases.filter(({ kind }) => kind === "barrier");
  return {
    provisions: barriers.flatMap(({ id, details }) =>
      provisionsOf(details).map((one, index) => provisionRow(id, index + 1, one)),
    ),
    burdens: barriers.map(({ id, details }) => {
      const { obstacleClass = null, sector = null } = details;
      return { caseId: id, ...burdenOf(details), obstacleClass, sector };
    }),
  };
}
