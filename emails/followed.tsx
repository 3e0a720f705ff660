import { stopPage } from "./follower-letter.tsx";
import { Facts, factsText, Link, linkText, Paragraph, PersonLetter, publicCase } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";

const facts = ["code", "followCode"] as const;

/**
 * Somebody typed this address to follow a case: its owner confirms it on a page
 * with a button, so that a program that opens links confirms nothing.
 */
export const followed = defineMail("followed", {
  to: "follower",
  params: [...facts, "token"],
  Html: ({ letter }) => (
    <PersonLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Link words={letter.say("next")} href={confirmPage(letter)} />
      <Link words={letter.say("page")} href={publicCase(letter)} />
      <Paragraph>{letter.say("notYou")}</Paragraph>
      <Link words={letter.shared("stopFollowing")} href={stopPage(letter)} />
    </PersonLetter>
  ),
  text: (letter) =>
    linkText(letter, [
      letter.say("happened"),
      factsText(letter, facts),
      `${letter.say("next")}\n${confirmPage(letter)}`,
      `${letter.say("page")}\n${publicCase(letter)}`,
      letter.say("notYou"),
      `${letter.shared("stopFollowing")}\n${stopPage(letter)}`,
    ]),
});

/** The page on which the owner of the address confirms. */
const confirmPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/follow/${encodeURIComponent(letter.words.token)}`);
