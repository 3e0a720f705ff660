import { Facts, factsText, Link, linkText, Paragraph, PersonLetter, publicCase } from "./layout.tsx";
import { defineMail, type Letter, type Mail, type MailParam } from "./mail.tsx";

type Known = "code" | "followCode" | "token";

/** How a mail to a follower differs from the others. */
interface Differences<P extends MailParam> {
  /** What it tells besides the codes of the case and of the follower. */
  readonly facts?: readonly P[];
  /** What only its page needs. */
  readonly params?: readonly P[];
  /** What there is to read, unless it is the public page of the case. */
  readonly page?: (letter: Letter<P | Known>) => string;
  /** Where the reader is asked to do something, first of all; with what to do if it was not them. */
  readonly asks?: (letter: Letter<P | Known>) => string;
}

/**
 * A mail to somebody who follows a case: what happened, where the public reads
 * it, and a link to stop. The links lead to pages with a button, so a program
 * that opens them does nothing.
 */
export function followerLetter<P extends MailParam = never>(
  name: string,
  { facts: more = [], params = [], page = publicCase, asks }: Differences<P> = {},
): Mail<P | Known> {
  const facts: readonly (P | Known)[] = ["code", ...more, "followCode"];
  return defineMail<P | Known>(name, {
    to: "follower",
    params: [...facts, ...params, "token"],
    Html: ({ letter }) => (
      <PersonLetter letter={letter}>
        <Paragraph>{letter.say("happened")}</Paragraph>
        <Facts letter={letter} names={facts} />
        {asks && <Link words={letter.say("next")} href={asks(letter)} />}
        <Link words={letter.say("page")} href={page(letter)} />
        {asks && <Paragraph>{letter.say("notYou")}</Paragraph>}
        <Link words={letter.shared("stopFollowing")} href={stopPage(letter)} />
      </PersonLetter>
    ),
    text: (letter) =>
      linkText(letter, [
        letter.say("happened"),
        factsText(letter, facts),
        ...(asks ? [`${letter.say("next")}\n${asks(letter)}`] : []),
        `${letter.say("page")}\n${page(letter)}`,
        ...(asks ? [letter.say("notYou")] : []),
        `${letter.shared("stopFollowing")}\n${stopPage(letter)}`,
      ]),
  });
}

/** A page with the button that stops a follower's mails. */
const stopPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/unfollow/${encodeURIComponent(letter.words.token)}`);
