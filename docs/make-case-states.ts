import { writeFileSync } from "node:fs";
import path from "node:path";
import { caseStatesPage } from "./case-states-page.ts";

/** Writes docs/case-states.md from the table of moves. */
writeFileSync(path.join(import.meta.dirname, "case-states.md"), caseStatesPage());
