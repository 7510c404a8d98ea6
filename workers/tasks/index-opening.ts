import { indexOpening } from "../matching/index-opening";
import type { Task } from "./task";

/** Embeds an opening's texts where they changed; again does nothing. */
export const indexOpeningTask: Task<"index-opening"> = {
  name: "index-opening",
  handle: ({ openingId }) => indexOpening(openingId),
};
