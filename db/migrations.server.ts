import { existsSync } from "node:fs";
import path from "node:path";

/** The folder of a dialect's migrations, found from the project's root whether the code runs bundled or from source. */
export function migrationsFolder(dialect: "sqlite" | "postgres"): string {
  return projectFile("db/migrations", dialect);
}

/** A file or folder of the project, by its path from the project's root. */
export function projectFile(...parts: string[]): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("the project's package.json is not above this file");
    folder = parent;
  }
  return path.join(folder, ...parts);
}
