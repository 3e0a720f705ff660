import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Role, roles } from "../../app/domain/actor.ts";
import routes from "../../app/routes.ts";
import { activate, invite, type Person, post, signIn, tokenOf } from "./people.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

/** Nothing but the case's text holds these words; who may not see the case must never receive them. */
const CANARY = "chim-hoàng-yến-trong-hầm-mỏ";

interface OfficeRoute {
  readonly path: string;
  readonly id: string;
}

interface RouteEntry {
  readonly path?: string;
  readonly file: string;
  readonly children?: readonly RouteEntry[];
}

/** Every URL of the office as the route list has it, with the id by which single loaders can be asked for. */
function officeRoutes(entries: readonly RouteEntry[], parent = ""): OfficeRoute[] {
  return entries
    .filter(({ path }) => path !== "*" && (parent !== "" || /^office(\/|$)/.test(path ?? "")))
    .flatMap(({ path, file, children = [] }) => {
      const here = path ? `${parent}/${path}` : parent;
      return children.length > 0 ? officeRoutes(children, here) : [{ path: here, id: file.replace(/\.tsx?$/, "") }];
    });
}

const open = new Set(["/office/sign-in", "/office/activate"]);
const inside = officeRoutes(routes as readonly RouteEntry[]).filter(({ path }) => !open.has(path));

/** Who sees the case of the test: it is assigned to the Ministry of Science and Technology and is in progress. */
const sees: Record<string, boolean> = {
  triage: true,
  officer: true,
  leader: true,
  editor: true,
  monitor: true,
  admin: false,
  custodian: false,
  arbiter: false,
  "officer of another agency": false,
  "leader of another agency": false,
};

describe("the office gate", () => {
  let portal: PortalProcess;
  let code: string;
  let version: string;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: "info" } });
    const person = async (role: Role, agency?: string): Promise<Person> =>
      activate(portal, await invite(portal, role, agency));
    const people: Record<string, Person> = {
      "officer of another agency": await person("officer", "BYT"),
      "leader of another agency": await person("leader", "BYT"),
    };
    for (const role of roles)
      people[role] = await person(role, role === "officer" || role === "leader" ? "BKHCN" : undefined);
    for (const [name, somebody] of Object.entries(people)) cookies[name] = await signIn(portal, somebody);
    ({ code, version } = await caseInProgress(portal, people));
  });
  afterAll(() => portal.stop());

  const ask = (path: string, cookie = "") =>
    fetch(`${portal.url}${path.replace(":code", code)}`, { redirect: "manual", headers: cookie ? { cookie } : {} });
  const formsOf = ({ path, id }: OfficeRoute) => [
    path,
    `${path}.data`,
    `${path}.data?_routes=${encodeURIComponent(id)}`,
    `${path}.data?_routes=routes%2Foffice%2Fgate`,
  ];

  test("the list of routes is read right", () => {
    expect(inside.map(({ path }) => path)).toContain("/office/cases/:code");
    expect(inside.length).toBeGreaterThan(7);
  });

  test.each(inside)("without a session $path gives nothing, in any form and by any method", async (route) => {
    for (const path of formsOf(route)) {
      const answer = await ask(path);
      const body = await answer.text();
      expect([path, answer.status]).not.toEqual([path, 200]);
      expect([302, 303, 202, 404, 401]).toContain(answer.status);
      expect(body).not.toContain(CANARY);
      if (answer.status === 202) expect(body).toContain("sign-in");
    }
    const posted = await post(
      portal,
      route.path.replace(":code", code),
      new URLSearchParams({ _act: "approve", version }),
    );
    expect([302, 303, 404, 405]).toContain(posted.status);
    expect(await posted.text()).not.toContain(CANARY);
  });

  test.each(Object.keys(sees))("%s gets from every route only what is theirs", async (name) => {
    for (const route of inside) {
      for (const path of formsOf(route)) {
        const answer = await ask(path, cookies[name]);
        const body = await answer.text();
        expect([path, answer.status < 500]).toEqual([path, true]);
        if (!sees[name]) expect([path, body.includes(CANARY)]).toEqual([path, false]);
      }
    }
    const page = await ask(`/office/cases/${code}`, cookies[name]);
    expect(page.status).toBe(sees[name] ? 200 : 404);
    expect((await page.text()).includes(CANARY)).toBe(sees[name]);
  });

  test.each(Object.keys(sees))("%s hears news only of a case that is theirs", async (name) => {
    const answer = await fetch(`${portal.url}/office/cases/${code}/news`, {
      headers: { cookie: cookies[name] ?? "", accept: "text/event-stream" },
    });
    expect(answer.status).toBe(sees[name] ? 200 : 404);
    await answer.body?.cancel();
  });

  test("a case that may not be seen and one that does not exist answer alike", async () => {
    const [foreign, missing] = await Promise.all(
      [code, "PA-2222-2222"].map(async (asked) => {
        const answer = await fetch(`${portal.url}/office/cases/${asked}`, {
          headers: { cookie: cookies["officer of another agency"] ?? "" },
        });
        return {
          status: answer.status,
          body: (await answer.text()).replaceAll(asked, "CODE").replace(/nonce="[^"]*"/g, ""),
        };
      }),
    );
    expect(foreign?.status).toBe(404);
    expect(foreign).toEqual(missing);
  });

  test("what changes a page is refused unless it comes from our own pages", async () => {
    const forgeries: Record<string, string>[] = [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: portal.url },
    ];
    for (const headers of forgeries) {
      for (const path of [
        "/office/sign-in",
        `/office/cases/${code}`,
        `/office/cases/${code}.data`,
        "/office/sign-out",
        "/vi/submit/feedback",
        "/display",
      ]) {
        const answer = await fetch(`${portal.url}${path}`, {
          method: "POST",
          redirect: "manual",
          body: new URLSearchParams({ _act: "accept" }),
          headers: { ...headers, cookie: cookies.officer ?? "" },
        });
        expect([path, headers, answer.status]).toEqual([path, headers, 403]);
        await answer.arrayBuffer();
      }
    }
  });

  test("no public answer names an office route", async () => {
    for (const path of ["/vi", "/__manifest?paths=/office/people", "/vi.data"]) {
      const body = await (await ask(path)).text();
      expect([path, body.includes("routes/office")]).toEqual([path, false]);
    }
  });

  test("every answer carries the security headers, errors and files too", async () => {
    for (const path of [
      "/vi",
      "/vi/nowhere",
      "/office",
      "/office/sign-in",
      "/api/v1/cases",
      "/api/v1/nowhere",
      "/fonts/be-vietnam-pro-400.woff2",
      "/.env",
      "/healthz",
    ]) {
      const { headers } = await ask(path);
      expect([path, headers.get("content-security-policy")?.startsWith("default-src 'none'")]).toEqual([path, true]);
      expect([path, headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual([
        path,
        "nosniff",
        "same-origin",
      ]);
      expect([path, headers.get("x-powered-by")]).toEqual([path, null]);
    }
  });
});

async function caseInProgress(
  portal: PortalProcess,
  people: Record<string, Person>,
): Promise<{ code: string; version: string }> {
  const json = { "content-type": "application/json" };
  const filed = await fetch(`${portal.url}/api/v1/cases`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({
      kind: "feedback",
      content: `Trang dịch vụ công của xã không mở được, ${CANARY}.`,
      reporterType: "individual",
      name: "Người Gửi Thử",
      phone: "0912345678",
      publishConsent: "yes",
    }),
  });
  const { code } = z.object({ code: z.string() }).parse(await filed.json());
  const command = async (who: string, name: string, body: object) => {
    const authorization = `Bearer ${await tokenOf(portal, people[who] as Person)}`;
    const path = `${portal.url}/api/v1/staff/cases/${code}`;
    const etag = (await fetch(path, { headers: { authorization } })).headers.get("etag") ?? "";
    const done = await fetch(`${path}/${name}`, {
      method: "POST",
      headers: { ...json, authorization, "if-match": etag },
      body: JSON.stringify(body),
    });
    if (!done.ok) throw new Error(`${name}: ${done.status} ${await done.text()}`);
    return done.headers.get("etag") ?? "";
  };
  const agencies = await fetch(`${portal.url}/api/v1/agencies`);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.number(), code: z.string() })) })
    .parse(await agencies.json());
  await command("triage", "assign", { agencyId: items.find((agency) => agency.code === "BKHCN")?.id });
  const version = await command("officer", "accept", {});
  return { code, version: version.replace(/\D/g, "") };
}
