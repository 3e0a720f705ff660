import { linkLetter } from "./link-letter.tsx";

/** To the address in use: approves that another takes its place. */
export const addressChangeApproval = linkLetter("address-change-approval");
