import { and, asc, eq, gt } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import { listProvisions } from "./barriers.ts";
import { keepAllInRegister } from "./register.ts";
import type { Db, Tx } from "./store.server.ts";
import { noteUnknown } from "./unknown-documents.ts";

/** True when cases wait to be taken into the register; asked first, so that an idle pass writes nothing. */
export async function hasRegisterTask(db: Db): Promise<boolean> {
  const { registerTasks } = db.tables;
  return (await db.select({ id: registerTasks.id }).from(registerTasks).limit(1)).length > 0;
}

/**
 * Takes the next cases of the oldest task into the register; returns how many.
 * The task is advanced only from where it was read, so two workers do no work twice.
 */
export async function takeInSome(tx: Tx, limit: number): Promise<number> {
  const { registerTasks, caseProvisions, cases } = tx.tables;
  const [task] = await tx.select().from(registerTasks).orderBy(asc(registerTasks.id)).limit(1);
  if (!task) return 0;
  const named = task.documentKey === "" ? undefined : eq(caseProvisions.documentKey, task.documentKey);
  // A walk along an index: what is joined comes after the few that are wanted.
  const next = tx
    .select({ caseId: caseProvisions.caseId })
    .from(caseProvisions)
    .where(and(gt(caseProvisions.caseId, task.afterCaseId), named))
    .groupBy(caseProvisions.caseId)
    .orderBy(asc(caseProvisions.caseId))
    .limit(limit)
    .as("next");
  const some = await tx
    .select({ caseId: cases.id, receivedAt: cases.receivedAt })
    .from(next)
    .innerJoin(cases, eq(cases.id, next.caseId))
    .orderBy(asc(cases.id));
  const here = and(eq(registerTasks.id, task.id), eq(registerTasks.afterCaseId, task.afterCaseId));
  const last = some.length < limit ? undefined : some.at(-1);
  const taken = last
    ? await tx.update(registerTasks).set({ afterCaseId: last.caseId }).where(here).returning({ id: registerTasks.id })
    : await tx.delete(registerTasks).where(here).returning({ id: registerTasks.id });
  if (taken.length === 0) return 0;
  for (const { caseId, receivedAt } of some) {
    const references = await listProvisions(tx, caseId);
    const documents = references.flatMap(({ document }) => document ?? []);
    await noteUnknown(tx, documents, localDate(receivedAt), receivedAt);
  }
  await keepAllInRegister(
    tx,
    some.map(({ caseId }) => caseId),
  );
  if (some.length > 0) await tx.publicChanged();
  return some.length;
}
