import { describe, expect, test } from "vitest";
import { formats, openOpen311 } from "./open311-client.ts";
import { openWorld } from "./world.ts";

test("discovery offers two endpoints, in both formats with the same words", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const [xml, json] = [await api.get("discovery"), await api.get("discovery", "json")];
  expect(xml.body).toEqual(json.body);
  expect(json.body.endpoints!.map(({ url }) => url)).toEqual([
    "https://portal.example/open311/v2",
    "https://portal.example/open311/v2/en",
  ]);
  expect((await api.get("/discovery", "json")).body).toEqual(json.body);
});

test("services are the kinds about every field, in groups, and XML and JSON say the same", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const [xml, json] = [await api.get("services"), await api.get("services", "json")];
  expect(xml.body).toEqual(json.body);
  const codes = json.body.map(({ service_code }) => String(service_code));
  expect(codes).toContain("feedback-procedures");
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(json.body.map(({ group }) => group)).size).toBe(4);
});

test("names are Vietnamese with English keywords, and English where that is asked for", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const find = (list: { find(by: (one: Record<string, unknown>) => boolean): unknown }) =>
    list.find(({ service_code }) => service_code === "feedback-procedures");
  const vietnamese = find((await api.get("services", "json")).body);
  expect(vietnamese).toMatchObject({ service_name: "Phản ánh: Thủ tục hành chính, dịch vụ công" });
  expect(vietnamese).toMatchObject({ keywords: expect.stringContaining("Administrative procedures") });
  const english = find((await api.get("services?lang=en", "json")).body);
  expect(english).toMatchObject({ service_name: "Feedback: Administrative procedures and public services" });
  expect(find((await api.get("services", "json", { "Accept-Language": "en" })).body)).toEqual(english);
  expect(find((await api.get("en/services", "json")).body)).toEqual(english);
});

test("every service says what it asks, in both formats alike", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  for (const { service_code } of (await api.get("services", "json")).body) {
    const address = `services/${String(service_code)}`;
    const [xml, json] = [await api.get(address), await api.get(address, "json")];
    expect(json.status).toBe(200);
    expect(xml.body).toEqual(json.body);
    expect(json.body.service_code).toBe(service_code);
  }
});

test("what a kind cannot do without is a required attribute, and closed lists come with their values", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const attributes = async (kind: string) => (await api.get(`services/${kind}-data`, "json")).body.attributes!;
  const required = (all: Awaited<ReturnType<typeof attributes>>) =>
    all.filter((one) => one.required as unknown).map(({ code }) => String(code));
  expect(required(await attributes("feedback"))).toEqual([]);
  expect(required(await attributes("proposal"))).toEqual(["suggestion"]);
  expect((await attributes("feedback")).find(({ code }) => String(code) === "publishConsent")).toMatchObject({
    datatype: "singlevaluelist",
    required: false,
    values: [{ key: "yes" }, { key: "no" }],
  });
});

describe.each(formats)("in %s", (format) => {
  test.each(["services/no-such-service", "services/feedback-nothing", "services/complaint-data", "services/001"])(
    "%s is not found",
    async (address) => {
      await using world = await openWorld();
      const { status, body } = await openOpen311(world).get(address, format);
      expect(status).toBe(404);
      expect(String(body[0]!.description)).toContain("service_code");
    },
  );

  test("a jurisdiction may be left empty or be this one, and no other", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    for (const given of ["", "portal.example", "Portal.Example"]) {
      expect((await api.get(`services?jurisdiction_id=${given}`, format)).status).toBe(200);
    }
    expect((await api.get("services?jurisdiction_id=elsewhere.example", format)).status).toBe(404);
  });

  test("what is no call is not found, and a wrong method is told the right ones", async () => {
    await using world = await openWorld();
    const api = openOpen311(world);
    for (const address of ["nothing", "requests/PA-2222-2222/more", "v3/services", "tokens"]) {
      expect([address, (await api.get(address, format)).status]).toEqual([address, 404]);
    }
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const answer = await api.send(`requests.${format}`, { method });
      expect([method, answer.status, answer.headers.get("Allow")]).toEqual([method, 405, "GET, HEAD, POST, OPTIONS"]);
    }
    expect((await api.post("services", {}, format)).headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  });
});

test("an unknown format is not found, in XML; without one the Accept header decides", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const unknown = await api.send("services.csv", {});
  expect([unknown.status, unknown.headers.get("Content-Type")]).toEqual([404, "text/xml; charset=utf-8"]);
  expect((await api.send("services", {})).headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
  const asked = await api.send("services", { headers: { Accept: "application/json" } });
  expect(asked.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
});

test("public reads may be kept for a minute, are told apart by their hash, and are open to pages anywhere", async () => {
  await using world = await openWorld();
  const api = openOpen311(world);
  const first = await api.get("services");
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=60");
  expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(first.headers.get("Vary")).toContain("Accept-Language");
  const again = await api.get("services", "xml", { "If-None-Match": first.headers.get("ETag") ?? "" });
  expect(again.status).toBe(304);
  const options = await api.send("requests.xml", { method: "OPTIONS" });
  expect([options.status, options.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "*"]);
});
