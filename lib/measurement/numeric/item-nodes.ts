import type { ItemParameters } from "../response";
import { gaussHermite, type Quadrature } from "./gauss-hermite";

/** A value of (b, a) and its probability. */
export type ItemNode = { difficulty: number; discrimination: number; weight: number };

const CERTAIN: Quadrature = { nodes: [0], weights: [1] };
/** Enough for five decimals of the curve at twice the author's spread. */
const OF_DIFFICULTY = gaussHermite(9);
const OF_DISCRIMINATION = gaussHermite(7);

/** The belief in an item's parameters as a product rule of Gauss-Hermite quadrature. */
export function itemNodes(item: ItemParameters): ItemNode[] {
  const difficulties = item.difficultySd > 0 ? OF_DIFFICULTY : CERTAIN;
  const discriminations = item.logDiscriminationSd > 0 ? OF_DISCRIMINATION : CERTAIN;
  return difficulties.nodes.flatMap((z, i) =>
    discriminations.nodes.map((u, j) => ({
      difficulty: item.difficulty + item.difficultySd * z,
      discrimination: Math.exp(item.logDiscrimination + item.logDiscriminationSd * u),
      weight: (difficulties.weights[i] ?? 0) * (discriminations.weights[j] ?? 0),
    })),
  );
}
