const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;
const POWER = /[x×*]10(\^|\*\*)([+-]?\d{1,3})$/;

/**
 * A number as a person types it: full-width digits, grouping commas, 1.5e3 or 1.5×10^3, and one of
 * the units behind it. NaN where it is none.
 */
export function readNumber(text: string, units: readonly string[] = []): number {
  let rest = tidy(text);
  const unit = units.map(tidy).find((one) => one !== "" && rest.endsWith(one));
  if (unit) rest = rest.slice(0, -unit.length);
  rest = rest.replace(POWER, "e$2").replace(/^\+/, "");
  if (GROUPED.test(rest)) rest = rest.replaceAll(",", "");
  const value = PLAIN.test(rest) ? Number(rest) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

const tidy = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/[−–]/g, "-").replace(/\s/g, "");
