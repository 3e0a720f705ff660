import { readFileSync } from "node:fs";
import { importCalendar, importCalendarInput } from "../app/commands/import-calendar.ts";
import { openPortal } from "./open-portal.ts";

/** `calendar import FILE`: stores a new version of the working-day calendar. Cases filed before keep theirs. */
export async function calendarImport(args: string[]): Promise<void> {
  const file = args.find((arg) => !arg.startsWith("--"));
  if (!file)
    throw new Error("Usage: calendar import FILE (JSON with days: date, kind off|working, nameVi, nameEn, basis)");
  const input = importCalendarInput.parse(JSON.parse(readFileSync(file, "utf8")));
  const { store, clock } = await openPortal();
  const version = await store.write((tx) => importCalendar(tx, { kind: "system" }, input, clock()));
  await store.close();
  console.log(
    args.includes("--json")
      ? JSON.stringify({ version, days: input.days.length })
      : `Calendar version ${version}: ${input.days.length} days.`,
  );
}
