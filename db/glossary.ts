import { readFileSync } from "node:fs";
import type { Term } from "../app/domain/glossary.ts";
import { projectFile } from "./migrations.server.ts";

let read: readonly Term[] | null = null;

/** The portal's glossary (`db/reference/glossary.json`), read once. */
export function glossary(): readonly Term[] {
  read ??= JSON.parse(readFileSync(projectFile("db/reference", "glossary.json"), "utf8")) as readonly Term[];
  return read;
}
