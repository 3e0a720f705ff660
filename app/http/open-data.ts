import { amendmentsFile, barriersFile } from "./open-data-barriers.ts";
import { casesFile } from "./open-data-cases.ts";
import { desksFile, timelinesFile } from "./open-data-histories.ts";
import { figureFiles } from "./open-data-figures.ts";
import type { OpenDataFile } from "./open-data-file.ts";
import { checkpointsFile } from "./open-data-ledger.ts";

/**
 * The files of open data in the order of their page. Each is described in a file
 * of its own, with its words in a namespace of `locales/`; page, dictionary,
 * manifest and checksums follow from this list.
 */
export const openDataFiles: readonly OpenDataFile[] = [
  casesFile,
  timelinesFile,
  desksFile,
  checkpointsFile,
  ...figureFiles,
  barriersFile,
  amendmentsFile,
];
