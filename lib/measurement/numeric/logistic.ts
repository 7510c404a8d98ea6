/** Logits to a probability in (0, 1). */
export const logistic = (logit: number) => 1 / (1 + Math.exp(-logit));

/** A probability in (0, 1) to logits. */
export const logit = (probability: number) => Math.log(probability / (1 - probability));
