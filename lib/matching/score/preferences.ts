import { AVAILABILITIES } from "@/lib/candidates/choices";
import type { FactColumns } from "./fact-columns";
import type { MatchRequest } from "./match-request";

export type Wish = "country" | "work_place" | "language" | "experience" | "availability";

/** What a role wishes for, and how far the person of a row meets it, 0 to 1. */
export type PreparedWish = { wish: Wish; detail: string; metBy: (row: number) => number };

/** How soon somebody could begin counts so much. */
const AVAILABLE = { now: 1, weeks: 0.9, months: 0.6, not_looking: 0.2 } as const;
const AVAILABLE_IN_ORDER = AVAILABILITIES.map((availability) => AVAILABLE[availability]);

const either = (test: (row: number) => boolean) => (row: number) => (test(row) ? 1 : 0);

/** The wishes that a role has at all. */
export function prepareWishes(
  facts: FactColumns,
  { country, workPlaces, languages, experience, availability }: MatchRequest["wishes"],
): PreparedWish[] {
  const wishes: PreparedWish[] = [];
  if (country !== "") {
    wishes.push({ wish: "country", detail: country, metBy: either(facts.reaches(country)) });
  }
  if (workPlaces.length > 0) {
    const metBy = either(facts.worksAt(workPlaces));
    wishes.push({ wish: "work_place", detail: workPlaces.join(" "), metBy });
  }
  for (const wanted of languages) {
    const metBy = either(facts.speaks(wanted));
    wishes.push({ wish: "language", detail: wanted.language, metBy });
  }
  if (experience > 0) {
    const months = facts.experience;
    const metBy = (row: number) => Math.min(1, (months[row] as number) / experience);
    wishes.push({ wish: "experience", detail: String(experience), metBy });
  }
  if (availability) {
    const { availabilities } = facts;
    const metBy = (row: number) => AVAILABLE_IN_ORDER[availabilities[row] as number] as number;
    wishes.push({ wish: "availability", detail: "", metBy });
  }
  return wishes;
}

/** The mean over the wishes, 0 to 1. */
export function preferenceScore(wishes: readonly PreparedWish[], row: number): number {
  let sum = 0;
  for (const { metBy } of wishes) sum += metBy(row);
  return wishes.length === 0 ? 0 : sum / wishes.length;
}
