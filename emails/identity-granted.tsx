import { officeNotice } from "./office-notice.tsx";

/** The custodian lets somebody see who sent a case. */
export const identityGranted = officeNotice("identity-granted", ["code"]);
