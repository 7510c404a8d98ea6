import { RandomStream } from "@/lib/quiz/random-stream";

export type Author = { piece: string; members: string[] };
export type Allocated = { piece: string; reviewer: string };

/**
 * Who reviews what. Pieces stand in a circle in random order, and each is read by one member of
 * each of the next teams: nobody reads his own or a team-mate's piece, no two read each other's,
 * reviewers of a piece come from different teams, and equal teams get equal loads. With n pieces
 * at most (n − 1) / 2 peers a piece are possible without a pair that reads each other's; what is
 * missing to `peers` is for staff. Everything follows from the seed and the pieces.
 */
export function allocateReviews(
  authors: readonly Author[],
  peers: number,
  seed: string,
): Allocated[] {
  const random = new RandomStream(seed, "allocation");
  const byId = authors.toSorted((a, b) => (a.piece < b.piece ? -1 : 1));
  const circle = random
    .shuffled(byId)
    .map(({ piece, members }) => ({ piece, members: random.shuffled(members.toSorted()) }));
  const count = Math.min(peers, Math.max(0, Math.floor((circle.length - 1) / 2)));
  return circle.flatMap(({ piece }, place) =>
    Array.from({ length: count }, (_, step) => {
      const readers = circle[(place + step + 1) % circle.length]?.members ?? [];
      // A team meets `count` pieces, one at each step: its members take turns.
      return { piece, reviewer: readers[step % readers.length] as string };
    }),
  );
}

/** So many pieces, and every one can have all of its peers. */
export const wholeCohort = (peers: number): number => 2 * peers + 1;
