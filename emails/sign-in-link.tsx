import { linkLetter } from "./link-letter.tsx";

/** Opens the account of an address. */
export const signInLink = linkLetter("sign-in-link");
