import { Facts, factsText, Link, linkText, Paragraph, PersonLetter, publicCase } from "./layout.tsx";
import { defineMail, type Letter, type Mail } from "./mail.tsx";

const facts = ["code", "followCode"] as const;

/**
 * A mail to somebody who follows a case: where the public reads it, and a link
 * to stop. The link leads to a page with a button, so a program that opens
 * links stops nothing.
 */
export function followerLetter(name: string): Mail<"code" | "followCode" | "token"> {
  return defineMail(name, {
    to: "follower",
    params: ["code", "followCode", "token"],
    Html: ({ letter }) => (
      <PersonLetter letter={letter}>
        <Paragraph>{letter.say("happened")}</Paragraph>
        <Facts letter={letter} names={facts} />
        <Link words={letter.say("page")} href={publicCase(letter)} />
        <Link words={letter.shared("stopFollowing")} href={stopPage(letter)} />
      </PersonLetter>
    ),
    text: (letter) =>
      linkText(letter, [
        letter.say("happened"),
        factsText(letter, facts),
        `${letter.say("page")}\n${publicCase(letter)}`,
        `${letter.shared("stopFollowing")}\n${stopPage(letter)}`,
      ]),
  });
}

/** A page with the button that stops a follower's mails. */
export const stopPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/unfollow/${encodeURIComponent(letter.words.token)}`);
