import { linkLetter } from "./link-letter.tsx";

/** To the address to come: confirms that it is theirs. */
export const addressChange = linkLetter("address-change");
