import { Link, linkText, Paragraph, PersonLetter } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";

/**
 * Somebody typed this address to follow a list: its owner confirms it on a page
 * with a button, so that a program that opens links confirms nothing.
 */
export const listFollowed = defineMail("list-followed", {
  to: "list-follower",
  params: ["token"],
  Html: ({ letter }) => (
    <PersonLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Link words={letter.say("next")} href={listsPage(letter)} />
      <Paragraph>{letter.say("notYou")}</Paragraph>
    </PersonLetter>
  ),
  text: (letter) =>
    linkText(letter, [letter.say("happened"), `${letter.say("next")}\n${listsPage(letter)}`, letter.say("notYou")]),
});

/** The page on which the owner of the address confirms and stops. */
export const listsPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/lists/${encodeURIComponent(letter.words.token)}`);
