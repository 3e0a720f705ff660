import type { StaffActor } from "../../app/domain/actor.ts";
import { actorContext, staffContext } from "../../app/http/context.ts";
import { actorOn } from "../../db/absences.ts";
import { findAgency } from "../../db/agencies.ts";
import { findStaff } from "../../db/staff.ts";
import { localDate } from "../../app/domain/calendar.ts";
import { openApi, tokenOf } from "./api-client.ts";
import { visit } from "./office-client.ts";
import type { World } from "./world.ts";

type Args = ReturnType<typeof visit>;
type Loader = (args: Args & { params: Record<string, string> }) => Promise<unknown>;
const routeModules = import.meta.glob<Record<string, unknown>>("../../app/routes/office/*.{ts,tsx}");

/** Routes of the office that show nothing of any case: before the gate, and such as only change something. */
const silent = ["sign-in", "activate", "sign-out", "language", "missing", "case-news"];

/** What stands for the codes and ids of a world in the addresses below. */
export interface Landmarks {
  /** Every code that may be asked for directly, that of the hidden case among them. */
  readonly codes: readonly string[];
  readonly campaignIds: readonly number[];
  readonly words: readonly string[];
}

const views = [
  "new",
  "held",
  "heard",
  "returned",
  "arbitration",
  "desk",
  "mine",
  "unclaimed",
  "due-soon",
  "late",
  "snoozed",
  "watched",
  "disputed",
  "waiting",
  "approval",
  "to-publish",
  "proposed",
  "scheduled",
  "objected",
  "published",
  "answered",
  "all",
];

/**
 * Every address of the office that shows lists, counts, searches or cases, by
 * the route that answers it. A new page joins the comparison by a line here;
 * the test fails while one is missing.
 */
function addressesOf({ codes, campaignIds, words }: Landmarks): Record<string, readonly string[]> {
  const found = words.flatMap((word) => [`?q=${encodeURIComponent(word)}`, `?view=all&q=${encodeURIComponent(word)}`]);
  return {
    gate: [""],
    console: [""],
    queue: [...views.map((view) => `?view=${view}`), ...found, ...codes.map((code) => `?q=${code}`)],
    "console-rows": [...views.map((view) => `?view=${view}`), ...found],
    case: codes,
    decide: codes,
    campaign: campaignIds.map(String),
    "agency-search": ["?q=so"],
    agencies: [""],
    people: [""],
    desk: [""],
    "desk-receipt": [""],
    outbox: ["?state=queued", "?state=sent", "?state=no-address", "?state=stuck"],
    "identity-requests": ["", "?decided"],
    audit: ["", ...codes.map((code) => `?code=${code}`)],
    account: [""],
    absences: [""],
    systems: [""],
    system: ["system-1"],
    extensions: ["", "?agency=1"],
    "clock-rules": [""],
    laws: ["", "?q=luat"],
    "redaction-rules": [""],
    provisions: ["", "?id=1"],
    amendments: [""],
    differences: ["", "?state=settled"],
    notifications: [""],
    undo: [""],
    views: [""],
    batch: ["1"],
    bulk: [""],
    answers: codes,
    approvals: [""],
    calendar: [""],
    "case-template": codes,
    commitments: [""],
    consults: [""],
    "rule-edit": ["1"],
    "rule-set": ["1"],
    rules: [""],
    "standard-answers": [""],
    template: ["1"],
    translation: codes,
    translations: ["", "?view=to-translate", "?view=stale"],
    templates: [""],
    "case-file": [],
  };
}

/** The names of the routes of the office that can show something. */
export function officeRoutes(): string[] {
  const names = Object.keys(routeModules).map((file) => /([^/]+)\.tsx?$/.exec(file)?.[1] ?? "");
  return names.filter((name) => !silent.includes(name)).sort();
}

export function walkedRoutes(landmarks: Landmarks): string[] {
  return Object.keys(addressesOf(landmarks)).sort();
}

/** Everything that the office and the API answer to one person, as text by address. */
export async function walkOffice(world: World, staffId: number, landmarks: Landmarks): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const addresses = Object.entries(addressesOf(landmarks));
  for (const [route, tails] of addresses) {
    const loader = await loaderOf(route);
    for (const tail of loader ? tails : []) {
      answers.set(`${route} ${tail}`, await ask(world, staffId, loader, route, tail));
    }
  }
  const actor = await actorNow(world, staffId);
  const api = openApi(world);
  const token = await tokenOf(world, actor);
  const paths = [...views.map((view) => `?view=${view}`), "", ...landmarks.codes.map((code) => `/${code}`)];
  for (const tail of paths) {
    const { status, body } = await api.get(`/api/v1/staff/cases${tail}`, token);
    answers.set(`api ${tail}`, `${status} ${JSON.stringify(body)}`);
  }
  return answers;
}

async function actorNow(world: World, staffId: number): Promise<StaffActor> {
  const row = await findStaff(world.store.read, staffId);
  const agency = row && (await findAgency(world.store.read, row.agencyId));
  if (!row || !agency) throw new Error("nobody to walk the office");
  return actorOn(world.store.read, row, agency, localDate(world.now()));
}

async function loaderOf(route: string): Promise<Loader | null> {
  const file = Object.keys(routeModules).find((name) => new RegExp(`/${route}\\.tsx?$`).test(name));
  const module = file ? await routeModules[file]?.() : null;
  // What a route module exports as its loader is one.
  return typeof module?.loader === "function" ? (module.loader as Loader) : null;
}

async function ask(world: World, staffId: number, loader: Loader | null, route: string, tail: string): Promise<string> {
  if (!loader) return "";
  const query = tail.startsWith("?") ? tail : "";
  const args = visit(world, { path: `/office/${route}${query}` });
  const actor = await actorNow(world, staffId);
  const row = await findStaff(world.store.read, staffId);
  args.context.set(actorContext, actor);
  args.context.set(staffContext, { ...actor, email: row?.email ?? "", lang: "vi", shortcuts: "on" });
  const params: Record<string, string> = query || tail === "" ? {} : { code: tail, id: tail };
  try {
    return await textOf(await loader({ ...args, params }));
  } catch (thrown) {
    return `thrown ${await textOf(thrown)}`;
  }
}

async function textOf(value: unknown): Promise<string> {
  if (value instanceof Response) return `${value.status} ${value.headers.get("Location")} ${await value.text()}`;
  if (value instanceof Error) throw value;
  // Each visit of a form has a key of its own.
  return JSON.stringify(value).replace(/"key":"[\w-]{43}"/g, '"key":"…"');
}
