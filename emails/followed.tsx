import { followerLetter } from "./follower-letter.tsx";

/** Somebody follows a case from now on. */
export const followed = followerLetter("followed");
