import { officeNotice } from "./office-notice.tsx";

/** A sender objects to having their case joined with another. */
export const mergeObjection = officeNotice("merge-objection", ["code"]);
