import { createHash } from "node:crypto";
import type { RouterContextProvider } from "react-router";
import { type Batch, type BatchItem, findBatch, listBatchItems, moveBatchItem, updateBatch } from "../../db/batches.ts";
import { findCase, findCaseById, scopeOf } from "../../db/cases.ts";
import { queueCodes } from "../../db/queue.ts";
import type { Tx } from "../../db/store.server.ts";
import { undoAct } from "../commands/undo-act.ts";
import { type BulkAct, MOST_AT_ONCE } from "../domain/bulk-acts.ts";
import { readCaseCode } from "../domain/case-code.ts";
import { checkInput } from "../domain/check-input.ts";
import type { StaffActor } from "../domain/actor.ts";
import { mayView } from "../domain/permissions.ts";
import { type FieldErrors, InputRefusal, Refusal } from "../domain/refusal.ts";
import { casework } from "./casework.ts";
import { portalContext } from "./context.ts";
import { queryOf, readQueueAddress } from "./queue-address.ts";

/** A case that was selected, in the version that its reader had before them. */
export interface Selected {
  readonly code: string;
  readonly version: number;
}

/** What would come of an act on one case: nothing in its way, or the reason why not. */
export interface Rehearsal extends Selected {
  /** A refusal's code, or `field.rule`; null when the act is possible. */
  readonly problem: string | null;
}

/** For how long one request goes on with a batch before it shows how far it is. */
const SLICE_MS = 2000;

/** What was selected: the boxes that were ticked, or everything that an address of the queue finds, up to a limit. */
export async function readSelected(
  context: Readonly<RouterContextProvider>,
  actor: StaffActor,
  params: URLSearchParams,
): Promise<Selected[]> {
  const { store } = context.get(portalContext);
  if (params.get("all") === "yes") {
    const address = readQueueAddress(context, new URLSearchParams((params.get("query") ?? "").slice(0, 2000)));
    if (!address) return [];
    const found = await queueCodes(store.read, actor, await queryOf(context, address), MOST_AT_ONCE);
    return found.map(({ code, version }) => ({ code, version }));
  }
  return parseSelected(params.getAll("case"));
}

/** `PA-7K3M-92QX:4` as a case and its version; what is neither is left out. */
export function parseSelected(typed: readonly string[]): Selected[] {
  const found = new Map<string, Selected>();
  for (const one of typed.slice(0, MOST_AT_ONCE)) {
    const [left = "", right = ""] = one.slice(0, 60).split(":");
    const code = readCaseCode(left);
    const version = Number.parseInt(right, 10);
    if (code !== null && Number.isSafeInteger(version)) found.set(code, { code, version });
  }
  return [...found.values()];
}

/** What is wrong with the fields themselves, whatever the case: looked at before any case is. */
export function checkBulkInput(act: BulkAct, input: Readonly<Record<string, unknown>>): FieldErrors {
  const raw = { ...input, ...(act === "classify" ? { title: "Một tiêu đề" } : {}), code: "", version: 1 };
  const checked = checkInput(casework[act].schema, raw);
  return checked.ok ? {} : checked.errors;
}

class RolledBack extends Error {}

/** Tries an act on every selected case by its own command, and takes each back: the reasons are those of the command. */
export async function rehearse(
  context: Readonly<RouterContextProvider>,
  actor: StaffActor,
  act: BulkAct,
  input: Readonly<Record<string, unknown>>,
  items: readonly Selected[],
): Promise<Rehearsal[]> {
  const { store } = context.get(portalContext);
  const results: Rehearsal[] = [];
  for (const item of items) {
    const problem = await reasonOf(() =>
      store.write(async (tx) => {
        await actOn(context, tx, actor, act, input, item);
        throw new RolledBack();
      }),
    );
    results.push({ ...item, problem });
  }
  return results;
}

/** A short name of what was rehearsed: the act, its values and the cases. What is done later has to have the same. */
export function rehearsalMark(
  act: BulkAct,
  values: Readonly<Record<string, string>>,
  items: readonly Selected[],
): string {
  // Browsers write the ends of lines in their own way.
  const named = Object.entries(values)
    .map(([name, value]) => [name, value.replaceAll("\r\n", "\n")] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const told = JSON.stringify([act, named, items.map(({ code, version }) => [code, version])]);
  return createHash("sha256").update(told).digest("base64url");
}

/** How many of the cases that would change are named. */
const NAMED = 50;

/** The first of these cases with their titles, as far as this person may see them. */
export async function namedCases(
  context: Readonly<RouterContextProvider>,
  actor: StaffActor,
  items: readonly Selected[],
): Promise<{ code: string; title: string; lang: "vi" | "en" }[]> {
  const { store } = context.get(portalContext);
  const named = [];
  for (const { code } of items.slice(0, NAMED)) {
    const row = await findCase(store.read, code);
    if (row && mayView(actor, scopeOf(row))) named.push({ code, title: row.title, lang: row.textLang });
  }
  return named;
}

/** Goes on with a batch, case by case, each in a transaction of its own, until it is done or the time of a request is over. */
export async function runBatch(
  context: Readonly<RouterContextProvider>,
  actor: StaffActor,
  batchId: number,
): Promise<void> {
  const { store, clock } = context.get(portalContext);
  const batch = await findBatch(store.read, batchId, actor.staffId);
  if (!batch || batch.undoneAt !== null || batch.finishedAt !== null) return;
  const acting = { ...actor, batchId };
  await eachItem(context, batch, "waiting", async (item) => {
    const problem = await reasonOf(() =>
      store.write(async (tx) => {
        await actOn(context, tx, acting, batch.act as BulkAct, batch.input, item);
        const version = (await findCaseById(tx, item.caseId))?.version ?? item.version;
        // Another request has this case in hand: one of the two does it.
        if (!(await moveBatchItem(tx, item, { state: "done", version }))) throw new RolledBack();
      }),
    );
    if (problem) await store.write((tx) => moveBatchItem(tx, item, { state: "refused", problem }));
  });
  if ((await listBatchItems(store.read, batchId, ["waiting"], 1)).length > 0) return;
  await store.write((tx) => updateBatch(tx, batchId, { finishedAt: clock(), input: {} }));
}

/** Takes a batch back as one: each of its cases by the undo that a single act has, as long as that is possible. */
export async function undoBatch(
  context: Readonly<RouterContextProvider>,
  actor: StaffActor,
  batchId: number,
): Promise<void> {
  const { store, clock } = context.get(portalContext);
  const batch = await findBatch(store.read, batchId, actor.staffId);
  if (!batch) return;
  await store.write((tx) =>
    updateBatch(tx, batchId, {
      undoneAt: batch.undoneAt ?? clock(),
      finishedAt: batch.finishedAt ?? clock(),
      input: {},
    }),
  );
  const acting = { ...actor, batchId };
  await eachItem(context, batch, "done", async (item) => {
    const problem = await reasonOf(() =>
      store.write(async (tx) => {
        await undoAct(tx, acting, { code: item.code, version: item.version }, clock());
        if (!(await moveBatchItem(tx, item, { state: "undone" }))) throw new RolledBack();
      }),
    );
    if (problem) await store.write((tx) => moveBatchItem(tx, item, { state: "kept", problem }));
  });
}

async function eachItem(
  context: Readonly<RouterContextProvider>,
  batch: Batch,
  state: "waiting" | "done",
  work: (item: BatchItem) => Promise<void>,
): Promise<void> {
  const { store } = context.get(portalContext);
  const end = performance.now() + SLICE_MS;
  for (const item of await listBatchItems(store.read, batch.id, [state])) {
    await work(item);
    if (performance.now() > end) return;
  }
}

/** One case's part: the act's own command, with its own checks. Classifying many leaves each its title. */
async function actOn(
  context: Readonly<RouterContextProvider>,
  tx: Tx,
  actor: StaffActor,
  act: BulkAct,
  input: Readonly<Record<string, unknown>>,
  { code, version }: Selected,
): Promise<void> {
  const { clock } = context.get(portalContext);
  const title = act === "classify" ? { title: (await findCase(tx, code))?.title ?? "" } : {};
  const entry = casework[act];
  const checked = checkInput(entry.schema, { ...input, ...title, code, version });
  if (!checked.ok) throw new InputRefusal(checked.errors);
  await entry.command(tx, actor, checked.value, clock());
}

/** Why work was refused, as a code that has words; null when it was done, or was only tried. */
async function reasonOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof RolledBack) return null;
    if (error instanceof Refusal) return error.code;
    if (!(error instanceof InputRefusal)) throw error;
    const [[field, rule] = ["input", "wrong"]] = Object.entries(error.errors);
    return `${field}.${rule}`;
  }
}
