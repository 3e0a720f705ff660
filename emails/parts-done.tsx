import { officeNotice } from "./office-notice.tsx";

/** The last open part of a case has its answer. */
export const partsDone = officeNotice("parts-done", ["code"]);
