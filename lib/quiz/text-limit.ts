/** Nobody types a longer answer, in characters. */
export const TEXT_LIMIT = 200;
