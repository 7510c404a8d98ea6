/** Acts on `total` numbers from 0 with `width` under way at a time; returns how many a second. */
export async function atATime(
  total: number,
  width: number,
  act: (n: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    while (next < total) await act(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return (total * 1000) / (performance.now() - begun);
}
