import { eq } from "drizzle-orm";
import { declareConflict } from "../../app/commands/declare-conflict.ts";
import { delegateCase } from "../../app/commands/delegate-case.ts";
import { handBack } from "../../app/commands/hand-back.ts";
import { liftConflict } from "../../app/commands/lift-conflict.ts";
import { nameConflict } from "../../app/commands/name-conflict.ts";
import { succeedCase } from "../../app/commands/succeed-case.ts";
import { statuses } from "../../app/domain/case-status.ts";
import { agencyMark, marksOf } from "../../app/domain/marks.ts";
import { findAgencyByCode } from "../../db/agencies.ts";
import { insertConflict } from "../../db/conflicts.ts";
import type { Tx } from "../../db/store.server.ts";
import type { CaseCommand } from "./case-commands.ts";
import { reason } from "./journey.ts";

const anyState = [...statuses, "held", "published", "hidden", "arbitration", "decided"] as const;

/** The agency without cases becomes a unit below the one that leads them. */
async function placeBelow(tx: Tx, unitId: number): Promise<void> {
  const lead = await findAgencyByCode(tx, "BKHCN");
  const above = marksOf([agencyMark(lead?.id ?? 0)]) ?? "";
  await tx.update(tx.tables.agencies).set({ above }).where(eq(tx.tables.agencies.id, unitId));
}

/** The rows of conflicts, units and successors in the list of commands. */
export const wallCommands: Record<string, CaseCommand> = {
  "declare-conflict": {
    act: "declare-conflict",
    possible: anyState,
    who: ["triage", "own officer", "own leader", "editor", "monitor", "arbiter"],
    run: () => (tx, actor, ref, now) => declareConflict(tx, actor, { ...ref, reason }, now),
  },
  "name-conflict": {
    act: "name-conflict",
    possible: anyState,
    who: ["triage"],
    run:
      ({ freeAgencyId }) =>
      (tx, actor, ref, now) =>
        nameConflict(tx, actor, { ...ref, agencyId: freeAgencyId, reason }, now),
  },
  "lift-conflict": {
    act: "lift-conflict",
    possible: anyState,
    who: ["triage"],
    run:
      ({ freeAgencyId }) =>
      async (tx, actor, ref, now) => {
        const { cases } = tx.tables;
        const [row] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.code, ref.code));
        const conflict = { agencyId: freeAgencyId, how: "named-by-triage" as const };
        const conflictId = row ? await insertConflict(tx, row.id, conflict, now) : 1;
        return liftConflict(tx, actor, { ...ref, conflictId, reason }, now);
      },
  },
  "delegate-case": {
    act: "delegate",
    possible: ["assigned", "in_progress", "published", "decided"],
    who: ["own officer", "own leader"],
    run:
      ({ freeAgencyId }) =>
      async (tx, actor, ref, now) => {
        await placeBelow(tx, freeAgencyId);
        return delegateCase(tx, actor, { ...ref, unitId: freeAgencyId }, now);
      },
  },
  "hand-back": {
    act: "hand-back",
    possible: ["assigned", "in_progress", "published", "decided"],
    who: ["own officer", "own leader"],
    run:
      ({ freeAgencyId }) =>
      async (tx, actor, ref, now) => {
        const { cases } = tx.tables;
        await tx.update(cases).set({ unitId: freeAgencyId }).where(eq(cases.code, ref.code));
        return handBack(tx, actor, { ...ref, reason }, now);
      },
  },
  "succeed-case": {
    act: "succeed",
    possible: ["assigned", "in_progress", "awaiting_approval", "published", "decided"],
    who: ["system"],
    run:
      ({ freeAgencyId }) =>
      async (tx, actor, ref, now) => {
        const { agencies } = tx.tables;
        const gone = { validTo: "2026-01-01", successorId: freeAgencyId };
        await tx.update(agencies).set(gone).where(eq(agencies.code, "BKHCN"));
        return succeedCase(tx, actor, ref, now);
      },
  },
};
