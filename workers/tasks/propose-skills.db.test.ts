import { beforeAll, expect, it } from "vitest";
import { createOpening } from "@/lib/openings/create-opening";
import { readOpening } from "@/lib/openings/read-opening";
import { db } from "@/lib/platform/db";
import { type Employer, employer } from "@/lib/testing/openings";
import { proposeSkills } from "./propose-skills";
import type { TaskContext } from "./task";

const NO_CONTEXT = {} as TaskContext;

let own: Employer;

beforeAll(async () => {
  await db().skill.create({
    data: {
      ...{ slug: "optimizers", pillar: "A", position: 1 },
      title: { en: "Optimizers", zh: "优化器" },
      description: { en: "Implement update rules", zh: "实现更新规则" },
      aliases: { en: ["SGD"], zh: ["梯度下降"] },
    },
  });
  own = await employer();
});

async function proposed(text: string) {
  const opening = await createOpening(own.owner, own.slug, { from: "text", text });
  await proposeSkills.handle({ openingId: opening }, NO_CONTEXT);
  // A job may come twice.
  await proposeSkills.handle({ openingId: opening }, NO_CONTEXT);
  return (await readOpening(own.owner, { organisation: own.slug, opening })).proposal;
}

it("a pasted description becomes a proposal in its language, and nothing else changes", async () => {
  const text =
    "训练工程师\n任职要求：\n精通梯度下降，有大模型训练经验，能独立完成工作，善于沟通，认真负责，乐于分享。";
  expect(await proposed(text)).toMatchObject({
    status: "proposed",
    found: {
      locale: "zh",
      facts: { title: "训练工程师" },
      skills: [{ slug: "optimizers", level: 80, must: true, by: "name" }],
    },
  });
});

it("a hostile description is read like any other", async () => {
  const text = `<script>alert(1)</script> SGD ${"x ".repeat(9_000)}`;
  expect(await proposed(text)).toMatchObject({ status: "proposed", found: { locale: "en" } });
});
