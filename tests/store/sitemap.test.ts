import { expect, test } from "vitest";
import { decideAmendment, decideAmendmentInput } from "../../app/commands/decide-amendment.ts";
import { dissolveAgency } from "../../app/commands/dissolve-agency.ts";
import { proposeAmendment, proposeAmendmentInput } from "../../app/commands/propose-amendment.ts";
import { unpublishCase } from "../../app/commands/unpublish-case.ts";
import { loader } from "../../app/routes/public/machine-sitemap.ts";
import { caseIn, hire, publication, publish, reason } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

const page = async (world: World, name?: string) => {
  const { context } = visit(world, { path: "/sitemap.xml" });
  return ((await loader({ context, params: { page: name } } as never)) as Response).text();
};
/** The paths of a page in one language. */
const paths = async (world: World, name: string) =>
  [...(await page(world, name)).matchAll(/<loc>[^<]*\/en(\/[^<]*)<\/loc>/g)].map(([, path]) => path);

test("machines find the register: its documents, provisions and changes, and nothing that is not public", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  expect(await page(world)).not.toContain("provisions-1");
  const { code } = await caseIn(world, people, "assigned", "barrier", {
    answers: { legalDocument: "", legalProvision: "", provisions: "khoản 1 Điều 30 Luật Viễn thông" },
  });
  await publish(world, people, publication(code));
  const change = proposeAmendmentInput.parse({
    document: "Nghị định 99/2027/NĐ-CP",
    inForceOn: "2027-01-01",
    provisions: "Điều 30 Luật Viễn thông 2023",
    whatVi: "Bỏ giấy xác nhận thứ hai.",
    whatEn: "The second certificate is no longer needed.",
    gazetteUrl: "https://congbao.example.vn/99-2027",
  });
  const told = await world.run(proposeAmendment, people.editor, change);
  await world.run(proposeAmendment, people.editor, change);
  const decision = decideAmendmentInput.parse({ id: told.id, version: 1, decision: "publish" });
  await world.run(decideAmendment, people.secondEditor, decision);

  expect(await page(world)).toMatch(/sitemaps\/register\.xml<.*\n.*sitemaps\/provisions-1\.xml</);
  expect(await paths(world, "register.xml")).toEqual(["/barriers/24-2023-qh15", `/barriers/changes/${told.id}`]);
  expect(await paths(world, "provisions-1.xml")).toEqual(["/barriers/24-2023-qh15/dieu-30-khoan-1"]);
  expect(await page(world, "provisions-1.xml")).toContain("<lastmod>");
  await expect(page(world, "provisions-2.xml")).rejects.toMatchObject({ status: 404 });
  await expect(page(world, "provisions-x.xml")).rejects.toMatchObject({ status: 404 });

  await world.run(unpublishCase, people.editor, { code, reason, category: "other" });
  expect(await paths(world, "register.xml")).toEqual([`/barriers/changes/${told.id}`]);
  expect(await page(world, "provisions-1.xml").catch(() => "")).not.toContain("dieu-30");
});

test("machines find the statistics of every province and of the agencies that there are", async () => {
  await using world = await openWorld();
  const admin = await world.staff("admin");
  const { id: agencyId, version, code } = await world.agency("BTP");
  await world.run(dissolveAgency, admin, { agencyId, version, lastDay: "2026-10-31", confirmCode: code });
  const before = await paths(world, "places.xml");
  expect(before.filter((path) => path?.startsWith("/statistics/provinces/"))).toHaveLength(34);
  expect(before).toContain("/statistics/agencies/BTP");
  world.at("2026-11-01T02:00:00Z");
  const after = await paths(world, "places.xml");
  expect(before.filter((path) => !after.includes(path))).toEqual(["/statistics/agencies/BTP"]);
});
