import { expect, test } from "vitest";
import { readSecret } from "../../app/domain/secret.ts";
import { openWorld } from "./world.ts";

test("a world has reference data, people, a clock and cases of its own", async () => {
  await using world = await openWorld();
  const officer = await world.staff("officer");
  const filed = await world.submit("initiative");
  world.tick(1);
  expect(officer.agencyVi).toBe("Bộ Khoa học và Công nghệ");
  expect(readSecret(filed.secret)).not.toBeNull();
  expect((await world.find(filed.code)).receivedAt).toEqual(new Date("2026-10-05T02:00:00Z"));
  expect(world.now()).toEqual(new Date("2026-10-06T02:00:00Z"));
});

test("worlds share nothing", async () => {
  await using one = await openWorld();
  await using other = await openWorld();
  const filed = await one.submit();
  await expect(other.find(filed.code)).rejects.toThrow("there is no case");
});
