import { Facts, factsText, Link, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { confirmPage } from "./link-letter.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code", "dueOn"] as const;

/** The case is filed. Where nobody has confirmed the address yet, its owner is asked to. */
export const received = defineMail("received", {
  to: "reporter",
  params: facts,
  optional: ["token", "until"] as const,
  Html: ({ letter }) => (
    <SubmitterLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("next")}</Paragraph>
      {letter.words.token && (
        <>
          <Link words={letter.say("confirm")} href={confirmPage(letter)} />
          <Facts letter={letter} names={["until"]} />
        </>
      )}
      <Paragraph>{letter.say("notYou")}</Paragraph>
    </SubmitterLetter>
  ),
  text: (letter) =>
    submitterText(letter, [
      letter.say("happened"),
      factsText(letter, facts),
      letter.say("next"),
      ...(letter.words.token ? [`${letter.say("confirm")}\n${confirmPage(letter)}`, factsText(letter, ["until"])] : []),
      letter.say("notYou"),
    ]),
});
