import { readFileSync } from "node:fs";
import { z } from "zod";
import { isoDate, line } from "../app/domain/fields.ts";
import { currentCalendarVersion } from "../db/deadline-settings.ts";
import { openPortal } from "./open-portal.ts";

const calendarFile = z.object({
  days: z
    .array(
      z.object({
        date: isoDate,
        kind: z.enum(["off", "working"]),
        nameVi: line(200),
        nameEn: line(200),
        basis: line(500),
      }),
    )
    .min(1)
    .max(5_000),
});

/** `calendar import FILE`: stores a new version of the working-day calendar. Cases filed before keep theirs. */
export async function calendarImport(args: string[]): Promise<void> {
  const file = args.find((arg) => !arg.startsWith("--"));
  if (!file)
    throw new Error("Usage: calendar import FILE (JSON with days: date, kind off|working, nameVi, nameEn, basis)");
  const { days } = calendarFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const { store } = await openPortal();
  const version = await store.write(async (tx) => {
    const next = (await currentCalendarVersion(tx)) + 1;
    await tx.insert(tx.tables.calendarDays).values(days.map((day) => ({ ...day, version: next })));
    return next;
  });
  await store.close();
  console.log(
    args.includes("--json")
      ? JSON.stringify({ version, days: days.length })
      : `Calendar version ${version}: ${days.length} days.`,
  );
}
