/** What a vector came from. Vectors are compared only when all of it is equal. */
export type ModelIdentity = {
  model: string;
  revision: string;
  /** sha256 of the file with the weights; of both, joined by a plus, where there are two. */
  hash: string;
};
