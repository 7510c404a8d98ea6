/** The value that a share `q` (0 to 1) of the values does not exceed; NaN of none. */
export const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? Number.NaN;
