import { expect, test } from "vitest";
import { kinds } from "../../app/domain/case-kind.ts";
import { caseworkNames } from "../../app/http/casework.ts";
import { formOf } from "./answers.ts";
import { type Api, openApi, tokenOf } from "./api-client.ts";
import { openWorld } from "./world.ts";

/** What nobody types and what programs send by mistake or on purpose. */
const noise: readonly unknown[] = [
  "",
  " \t\n",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\u202e\u2066",
  "e\u0301\u0323\u0302".repeat(20),
  "😀".repeat(40),
  "' or 1=1 --",
  '"*" NEAR/2 (a:*|b) & !c \\',
  "%00%ff",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "9".repeat(400),
  "-1",
  "1e309",
  "0x10",
  "2026-02-30",
  "+010000-01-01",
  "0000-00-00",
  "zzzzzzzzz.zzzzzzzzzz",
  "a".repeat(30_000),
  -0,
  1e21,
  2 ** 53,
  -(2 ** 63),
  1.5,
  true,
  null,
  [],
  [[["deep"]]],
  {},
  { kind: "solved", toString: "x" },
];

const others =
  "suggestion solution benefit readiness technology title address provinceCode code secret version reply level solved comment reason agencyId question note body outcome leadCode titleVi outcomeVi confirmNoNames reasonCode competentBody bottleneck";
const fields = [...Object.keys(formOf("barrier")), ...others.split(" ")];
const parameters = [
  "q",
  "kind",
  "status",
  "province",
  "agency",
  "field",
  "from",
  "to",
  "limit",
  "cursor",
  "commune",
  "level",
  "document",
  "state",
  "sort",
];
const lists = [
  "cases",
  "barriers",
  "changes",
  "takedowns",
  "agencies",
  "provinces",
  "communes",
  "fields",
  "statistics",
  "staff/cases",
];

/** Calls that say which of their answers were neither a success nor the caller's own fault. */
async function failures(calls: AsyncIterable<readonly [string, number]>): Promise<string[]> {
  const failed: string[] = [];
  for await (const [name, status] of calls) if (status >= 500) failed.push(`${name}: ${status}`);
  return failed;
}

async function* queries(api: Api, token: Record<string, string>) {
  let turn = 0;
  for (const list of lists) {
    for (const name of [...parameters, "view", "vocabulary", "lang"]) {
      turn += 1;
      const own = noise.filter((item, place) => typeof item !== "object" && (turn + place) % 3 === 0);
      for (const value of own) {
        const query = new URLSearchParams({ [name]: String(value).slice(0, 2000) });
        yield [`${list}?${name}`, (await api.get(`/api/v1/${list}?${query}`, token)).status] as const;
      }
    }
  }
}

async function* bodies(api: Api, code: string, secret: string, token: Record<string, string>) {
  for (const [turn, value] of noise.entries()) {
    const all = Object.fromEntries(fields.map((field) => [field, value]));
    for (const kind of kinds) {
      yield [`submit ${kind}`, (await api.post("/api/v1/cases", { ...all, kind })).status] as const;
    }
    for (const [place, field] of fields.entries()) {
      // Each value meets a third of the fields, each field a third of the values.
      if ((turn + place) % 3 !== 0) continue;
      const kind = kinds[(turn + place) % kinds.length] ?? "feedback";
      const filed = await api.post("/api/v1/cases", { ...formOf(kind), title: "Một tiêu đề", [field]: value });
      yield [`submit ${kind} ${field} ${JSON.stringify(value)}`, filed.status] as const;
    }
    for (const act of ["messages", "rating"]) {
      yield [act, (await api.post(`/api/v1/cases/${code}/${act}`, { ...all, secret })).status] as const;
    }
    for (const name of caseworkNames) {
      const headers = { ...token, "If-Match": '"1"' };
      yield [name, (await api.post(`/api/v1/staff/cases/${code}/${name}`, all, headers)).status] as const;
    }
  }
}

test("no query makes the portal fail", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  await world.submit();
  const token = await tokenOf(world, await world.staff("triage"));
  expect(await failures(queries(api, token))).toEqual([]);
});

test("no body makes the portal fail, and what it stores it can show", async () => {
  await using world = await openWorld();
  const api = openApi(world);
  const { code, secret } = await world.submit();
  const token = await tokenOf(world, await world.staff("triage"));
  expect(await failures(bodies(api, code, secret, token))).toEqual([]);
  const page = await api.get("/api/v1/staff/cases?limit=100", token);
  for (const item of page.body.items!) {
    expect((await api.get(`/api/v1/staff/cases/${String(item.code)}`, token)).status).toBe(200);
  }
});
