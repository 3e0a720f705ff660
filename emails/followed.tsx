import { followerLetter } from "./follower-letter.tsx";

/** Somebody typed this address to follow a case: its owner confirms it on a page with a button. */
export const followed = followerLetter("followed", {
  asks: (letter) => letter.link(`/${letter.lang}/follow/${encodeURIComponent(letter.words.token)}`),
});
