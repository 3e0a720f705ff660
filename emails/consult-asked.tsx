import { officeNotice } from "./office-notice.tsx";

/** A lead agency asks this one about a case. */
export const consultAsked = officeNotice("consult-asked", ["code", "agency", "consultBy"], (letter) =>
  letter.link("/office/consults"),
);
