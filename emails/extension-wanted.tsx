import { officeNotice } from "./office-notice.tsx";

/** An extension waits for the leader's signature. */
export const extensionWanted = officeNotice("extension-wanted", ["code", "dueOn"]);
