import { expect, test } from "vitest";
import { loader } from "../../app/routes/public/case-badge.ts";
import type { Route } from "../../app/routes/public/+types/case-badge";
import { langContext } from "../../app/http/context.ts";
import { caseIn, hire, publication, publish, publishedIn } from "./journey.ts";
import { visit } from "./office-client.ts";
import { openWorld, type World } from "./world.ts";

async function badge(world: World, code: string, last: string) {
  const path = `/en/cases/${code}/${last}`;
  const { context } = visit(world, { path });
  context.set(langContext, "en");
  const request = new Request(`https://portal.example${path}`);
  const args = { params: { lang: "en", code }, request, url: new URL(request.url), context };
  const answer = await loader(args as unknown as Route.LoaderArgs);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

test("the badge of a published case is a frame for any site and a picture; others are not found", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await publishedIn(world, people, "answered");
  const page = await badge(world, code, "badge");
  expect(page.headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
  expect(page.headers.get("Content-Security-Policy")).not.toContain("script-src");
  expect(page.text).toContain(code);
  expect(page.text).toContain("Error when filing a dossier online");
  expect(page.text).not.toContain("<script");
  const picture = await badge(world, code, "badge.svg");
  expect([picture.headers.get("Content-Type"), picture.headers.get("Cross-Origin-Resource-Policy")]).toEqual([
    "image/svg+xml",
    "cross-origin",
  ]);
  expect(picture.text).toContain(`<text x="10" y="18.5" fill="#ffffff">${code}</text>`);

  const hidden = await caseIn(world, people, "assigned");
  const [unpublished, unknown] = [
    await badge(world, hidden.code, "badge"),
    await badge(world, "PA-0000-0000", "badge"),
  ];
  expect([unpublished.status, unpublished.text]).toEqual([404, unknown.text]);
  expect(unpublished.text).not.toContain(hidden.code);
});

test("the English badge of a case without a translation shows the original and says so", async () => {
  await using world = await openWorld();
  const people = await hire(world);
  const { code } = await caseIn(world, people, "assigned");
  const untranslated = { titleEn: undefined, questionEn: undefined };
  await publish(world, people, { ...publication(code), ...untranslated });
  const page = await badge(world, code, "badge");
  expect(page.text).toContain('<p lang="vi">Lỗi khi nộp hồ sơ trực tuyến</p><p class="quiet">not yet translated</p>');
});
