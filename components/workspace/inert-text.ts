const ESC = "\\u001b";
const BEL = "\\u0007";

/** Escape sequences of terminals: colours, cursor moves, titles. */
const TERMINAL = new RegExp(
  `${ESC}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?|[@-_])`,
  "g",
);

/** Control characters but tab and line feed, and marks that turn the direction of text. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Printed text without terminal sequences; other control and direction marks become visible. */
export const inertText = (text: string): string =>
  text.replace(TERMINAL, "").replace(CONTROL, "\ufffd");
