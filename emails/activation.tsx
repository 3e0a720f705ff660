import { Facts, factsText, Link, Paragraph, StaffLetter, staffText } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";

const facts = ["until"] as const;

/** The one-time link of a staff account: the only mail that holds something secret. The mail job makes the token when it sends. */
export const activation = defineMail("activation", {
  to: "staff",
  params: ["token", "until"],
  Html: ({ letter }) => (
    <StaffLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Link words={letter.say("next")} href={activationPage(letter)} />
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("expired")}</Paragraph>
      <Paragraph>{letter.say("notYou")}</Paragraph>
    </StaffLetter>
  ),
  text: (letter) =>
    staffText(letter, [
      letter.say("happened"),
      `${letter.say("next")}\n${activationPage(letter)}`,
      factsText(letter, facts),
      letter.say("expired"),
      letter.say("notYou"),
    ]),
});

const activationPage = (letter: Letter<"token">): string =>
  letter.link(`/office/activate?token=${encodeURIComponent(letter.words.token)}`);
