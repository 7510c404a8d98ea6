import { SEEN } from "../../lib/accounts/seen-texts";

export const COLUMNS = Object.keys(SEEN);

/** Names the column in every text that is planted there. */
const mark = (column: string) => {
  const place = COLUMNS.indexOf(column);
  if (place < 0) throw new Error(`${column} is not in lib/accounts/seen-texts.ts`);
  return `«${place}»`;
};

/** A formula, markup and an ICU argument, in forty characters: the shortest field takes no more. */
export const short = (column: string) => `=1+1<img src=x onerror=hit()>{name}${mark(column)}`;

/** What else ends a script, begins one, or is a template to some engine. */
export const long = (column: string) =>
  `=1+1</script><script>hit()</script><img src=x onerror=hit()>{{7*7}}\${7*7}{name}%s${mark(column)}`;

/** An address of the web that ends the attribute in which it stands. */
export const address = (column: string) =>
  `https://hostile.example/"><img src=x onerror=hit()>${mark(column)}`;
