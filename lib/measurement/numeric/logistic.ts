/** Logits to a probability in (0, 1). */
export const logistic = (logit: number) => 1 / (1 + Math.exp(-logit));
