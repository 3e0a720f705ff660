import { officeNotice } from "./office-notice.tsx";

/** The submitter has written without having been asked. */
export const supplementArrived = officeNotice("supplement-arrived", ["code", "dueOn"]);
