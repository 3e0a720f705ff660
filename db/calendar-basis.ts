import { readFileSync } from "node:fs";
import type { Lang } from "../app/domain/case-kind.ts";
import { projectFile } from "./migrations.server.ts";

interface Words {
  readonly en: string;
  readonly vi: string;
}

let read: readonly Words[] | null = null;

/** On what law a day of the calendar rests, in the reader's language as far as the shipped calendar says it in both; what an administrator wrote stands as it is. */
export function basisWords(basis: string, lang: Lang): string {
  read ??= JSON.parse(readFileSync(projectFile("db/reference", "calendar-basis.json"), "utf8")) as readonly Words[];
  return read.find(({ en }) => en === basis)?.[lang] ?? basis;
}
