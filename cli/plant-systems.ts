import { asc } from "drizzle-orm";
import { connectSystem } from "../app/commands/connect-system.ts";
import { handTask } from "../app/commands/hand-task.ts";
import { reportTask } from "../app/commands/report-task.ts";
import { testSystem } from "../app/commands/test-system.ts";
import { MOST_ATTEMPTS } from "../app/domain/webhook.ts";
import { type DeliveryRow, dueDeliveries, failDelivery, queueDelivery, settleDelivery } from "../db/deliveries.ts";
import { liveTasks } from "../db/handed-tasks.ts";
import type { Store, Tx } from "../db/store.server.ts";
import type { SystemRow } from "../db/systems.ts";
import { findCaseId } from "../db/cases.ts";
import { demoPerson } from "./demo-people.ts";
import { plantScene, type Scene, taken } from "./plant-office.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** No name that ends so ever leads anywhere (RFC 6761): what waits is tried ever more rarely, and fails. */
const settings = {
  name: "Hệ thống nhiệm vụ (thử nghiệm)",
  url: "https://plan02.invalid/hook",
  kind: "plan02",
  // Nothing of what people publish in the demonstration: that would all be tried in vain.
  events: [],
} as const;

/** Plants a connected system that has a case as a task, with something to tell in each state. */
export async function plantSystems(store: Store, now: Date): Promise<void> {
  const system = await store.write((tx) => plantSystem(tx, now));
  await store.write((tx) => plantScene(tx, taskOf(system), now));
  await store.write((tx) => plantDeliveries(tx, system, now));
}

async function plantSystem(tx: Tx, now: Date): Promise<SystemRow> {
  const at = new Date(now.getTime() - 10 * 24 * HOUR_MS);
  const admin = await demoPerson(tx, "admin@example.org", now);
  const { row } = await connectSystem(tx, admin, { ...settings, events: [] }, at);
  await testSystem(tx, admin, { id: row.publicId }, at);
  await takeAll(tx, row, at);
  return row;
}

/** A case that was handed over to a system, which has begun with it. */
function taskOf(system: SystemRow): Scene {
  return {
    daysAgo: 6,
    title: "Nối hệ thống theo dõi nhiệm vụ của tỉnh với hệ thống chung",
    content: "Mỗi nhiệm vụ phải nhập hai lần, vào hệ thống của tỉnh và vào hệ thống chung, số liệu thường lệch nhau.",
    suggestion: "Đề nghị một đầu nối chung để nhiệm vụ chỉ nhập một lần.",
    field: "shared-platforms",
    play: async (stage) => {
      await taken(stage, "bkhcn");
      const { tx, code } = stage;
      await handTask(tx, await stage.leader("bkhcn"), { code, system: system.publicId }, stage.later());
      await takeAll(tx, system, stage.later());
      const [task] = await liveTasks(tx, await findCaseId(tx, code));
      const said = {
        task: task?.publicId ?? "",
        systemId: system.id,
        reportId: "1",
        state: "in_progress",
        percent: 40,
        note: "Đã giao đơn vị thực hiện; đang rà soát các đầu nối hiện có.",
      } as const;
      await reportTask(tx, { kind: "system" }, said, stage.later());
    },
  };
}

/** The system takes everything that waits for it. */
async function takeAll(tx: Tx, system: SystemRow, now: Date): Promise<void> {
  for (const row of await dueDeliveries(tx, system.id, now, 10)) await settleDelivery(tx, row, "delivered", now);
}

/** News of published cases: one that has failed and is tried again soon, one that was given up, one that was dropped. */
async function plantDeliveries(tx: Tx, { id: webhookId }: SystemRow, now: Date): Promise<void> {
  const { publications } = tx.tables;
  const found = await tx
    .select({ caseId: publications.caseId })
    .from(publications)
    .orderBy(asc(publications.caseId))
    .limit(3);
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const queue = (place: number, at: Date) =>
    queueDelivery(tx, { webhookId, event: "case.changed", caseId: found[place]?.caseId ?? null }, at);

  await settleDelivery(tx, await queue(0, ago(50 * HOUR_MS)), "dropped", ago(49 * HOUR_MS));
  const dead = await queue(1, ago(60 * HOUR_MS));
  await fail(tx, dead, "HTTP_500", MOST_ATTEMPTS, ago(20 * HOUR_MS));
  const waiting = await queue(2, ago(30 * MINUTE_MS));
  await fail(tx, waiting, "TIMEOUT", 5, now);
}

/** So many attempts that failed, the last one at a moment. */
async function fail(tx: Tx, row: DeliveryRow, code: string, times: number, last: Date): Promise<void> {
  for (let attempts = 0; attempts < times; attempts += 1) {
    await failDelivery(tx, { ...row, attempts }, { code, gone: false }, last);
  }
}
