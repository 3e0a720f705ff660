import { parseArgs } from "node:util";
import { changeSystem, changeSystemInput } from "../app/commands/change-system.ts";
import { connectSystem, connectSystemInput } from "../app/commands/connect-system.ts";
import { resendDelivery, resendDeliveryInput } from "../app/commands/resend-delivery.ts";
import { testSystem, testSystemInput } from "../app/commands/test-system.ts";
import { checkInput } from "../app/domain/check-input.ts";
import type { Actor } from "../app/domain/actor.ts";
import { Refusal } from "../app/domain/refusal.ts";
import { deliveryStates } from "../app/domain/webhook.ts";
import { deliveryJson, systemJson } from "../app/http/system-views.ts";
import type { Portal } from "../app/http/context.ts";
import { listDeliveries } from "../db/deliveries.ts";
import { findSystem, listSystems, type SystemRow } from "../db/systems.ts";
import { openPortal } from "./open-portal.ts";

const USAGE = `Usage: webhook add --name NAME --url ADDRESS --kind public|resolution57|plan02 [--events NAME,NAME]
       webhook list
       webhook test|renew|on|off --id ID
       webhook deliveries --id ID [--state dead|queued|delivered|dropped] [--cursor CURSOR]
       webhook resend --id ID --delivery DELIVERY
each with [--json]`;

const options = {
  name: { type: "string" },
  url: { type: "string" },
  kind: { type: "string" },
  events: { type: "string" },
  id: { type: "string" },
  delivery: { type: "string" },
  state: { type: "string" },
  cursor: { type: "string" },
  json: { type: "boolean" },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
type Work = (portal: Portal, values: Values) => Promise<unknown>;

const system: Actor = { kind: "system" };

const works: Readonly<Record<string, Work>> = {
  add: async (portal, { name, url, kind, events = "" }) => {
    const schema = connectSystemInput(portal.env.CONNECTED_ORIGINS);
    const wanted = events.split(",").filter(Boolean);
    const checked = checkInput(schema, { name, url, kind, events: wanted });
    if (!checked.ok) throw new Error(`Not accepted: ${Object.keys(checked.errors).join(", ")}. ${USAGE}`);
    const made = await portal.store.write((tx) => connectSystem(tx, system, checked.value, portal.clock()));
    return { ...systemJson(made.row), secret: made.secret };
  },
  list: async ({ store }) => (await listSystems(store.read)).map(systemJson),
  test: async (portal, { id }) => {
    const input = testSystemInput.parse({ id: id ?? "" });
    const queued = await portal.store.write((tx) => testSystem(tx, system, input, portal.clock()));
    return deliveryJson({ ...queued, code: null });
  },
  renew: (portal, values) => change(portal, values, "renew"),
  on: (portal, values) => change(portal, values, "switch-on"),
  off: (portal, values) => change(portal, values, "switch-off"),
  deliveries: async (portal, values) => {
    const { id: webhookId } = await systemNamed(portal, values);
    const state = deliveryStates.find((name) => name === (values.state ?? "dead"));
    if (!state) throw new Error(USAGE);
    const page = await listDeliveries(portal.store.read, system, { webhookId, state, cursor: values.cursor }, 100);
    return { items: page.items.map(deliveryJson), nextCursor: page.nextCursor };
  },
  resend: async (portal, { id, delivery }) => {
    const input = resendDeliveryInput.parse({ id: id ?? "", delivery: delivery ?? "" });
    const queued = await portal.store.write((tx) => resendDelivery(tx, system, input, portal.clock()));
    return deliveryJson({ ...queued, code: null });
  },
};

async function change(portal: Portal, values: Values, what: "renew" | "switch-on" | "switch-off"): Promise<unknown> {
  const { publicId: id, version } = await systemNamed(portal, values);
  const input = changeSystemInput(portal.env.CONNECTED_ORIGINS).parse({ change: what, id, version });
  const { row, secret } = await portal.store.write((tx) => changeSystem(tx, system, input, portal.clock()));
  return secret === null ? systemJson(row) : { ...systemJson(row), secret };
}

async function systemNamed({ store }: Portal, { id }: Values): Promise<SystemRow> {
  const row = await findSystem(store.read, id ?? "");
  if (!row) throw new Error(`There is no connected system with the id given. ${USAGE}`);
  return row;
}

/** `webhook …`: connected systems, by the same commands as the page of the office. A secret is printed once. */
export async function webhook(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const work = works[positionals[0] ?? ""];
  if (!work || positionals.length !== 1) throw new Error(USAGE);
  const portal = await openPortal();
  try {
    const told = await work(portal, values);
    console.log(JSON.stringify(told, null, values.json ? undefined : 2));
  } catch (error) {
    if (error instanceof Refusal) throw new Error(wordsOf(error), { cause: error });
    throw error;
  } finally {
    await portal.store.close();
  }
}

function wordsOf({ code }: Refusal): string {
  if (code === "not-found") return "There is nothing with the id given.";
  return code === "wrong-state" ? "It stands so already, or the system is switched off." : `Refused: ${code}.`;
}
