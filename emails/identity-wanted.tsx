import { officeNotice } from "./office-notice.tsx";

/** Somebody asks the custodian to see who sent a case. */
export const identityWanted = officeNotice("identity-wanted", ["code"], (letter) =>
  letter.link("/office/identity-requests"),
);
