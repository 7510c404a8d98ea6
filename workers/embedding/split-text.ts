/** The model reads 256 tokens; of dense English that is about this many characters. */
const PIECE = 900;
/** Later pieces of an endless text are left out: what matters stands before. */
const MOST_PIECES = 8;

/** A long text in pieces that the model can read whole, cut after a sentence or at a space. */
export function splitText(text: string): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > PIECE && pieces.length < MOST_PIECES) {
    const window = rest.slice(0, PIECE);
    const sentence = Math.max(
      ...[". ", "。", "\n", "！", "？"].map((end) => window.lastIndexOf(end)),
    );
    const space = window.lastIndexOf(" ");
    const end = sentence > PIECE / 3 ? sentence + 1 : space > PIECE / 3 ? space : PIECE;
    pieces.push(rest.slice(0, end).toWellFormed().trim());
    rest = rest.slice(end).toWellFormed().trim();
  }
  if (pieces.length < MOST_PIECES) pieces.push(rest);
  return pieces;
}
