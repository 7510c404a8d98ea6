type Person = {
  email: string;
  name: string;
  leaderboardName: string;
  locale: "en" | "zh";
  /** Which known submissions they hand in, challenge by challenge. */
  attempts: Record<string, string[]>;
};

/** Addresses of a reserved domain: no mail can reach a real person. */
export const DEMO_PEOPLE: Person[] = [
  {
    email: "learner@demo.example",
    name: "Demo learner",
    leaderboardName: "demo learner",
    locale: "en",
    attempts: {
      softmax: ["wrong_answer", "accepted"],
      "dense-layer": ["run_time_error", "wrong_answer"],
      "schedule-and-stop": ["accepted"],
    },
  },
  {
    email: "xuexi@demo.example",
    name: "演示学员",
    leaderboardName: "演示学员",
    locale: "zh",
    attempts: {
      softmax: ["accepted"],
      "dense-layer": ["accepted"],
      optimizers: ["wrong_answer", "accepted"],
      attention: ["time_limit_exceeded"],
    },
  },
  {
    email: "employer@demo.example",
    name: "Demo employer",
    leaderboardName: "demo employer",
    locale: "en",
    attempts: {},
  },
];
