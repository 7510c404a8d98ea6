import { describe, expect, it } from "vitest";
import { packageFolders } from "./folders";
import { loadTrack } from "./load-track";
import { parseRoleProfiles, roleProfiles } from "./role-profiles";

const SKILLS = new Set(["rnn", "cnn"]);

const role = (change = "") => `
roles:
  - slug: engineer
    title: { en: Engineer, zh: 工程师 }
    responsibilities: { en: [Build], zh: [构建] }
    required: [{ skill: rnn, level: 70, weight: 3 }]
    nice: [{ skill: cnn, level: 50, weight: 1 }]
${change}`;

const parse = (yaml: string) => parseRoleProfiles("roles.yaml", yaml, SKILLS);

describe("role profiles", () => {
  it("have what they ask for, with level and weight", () => {
    expect(parse(role())).toMatchObject([
      { slug: "engineer", required: [{ skill: "rnn", level: 70, weight: 3 }] },
    ]);
  });

  it.each([
    ["an unknown skill", "skill: rnn", "skill: none", "role engineer: none is not in skills.yaml"],
    ["a skill asked for twice", "skill: cnn", "skill: rnn", "rnn is asked for twice"],
    ["a level out of range", "level: 70", "level: 100", "required.0.level"],
    ["a weight out of range", "weight: 3", "weight: 4", "required.0.weight"],
    ["nothing asked for", "[{ skill: rnn, level: 70, weight: 3 }]", "[]", "required"],
    ["more lines in one language", "en: [Build]", "en: [Build, Run]", "as many lines in en as in"],
    ["a title in one language", ", zh: 工程师", "", "title.zh"],
  ])("are refused with %s", (_, from, to, problem) => {
    expect(() => parse(role().replace(from, to))).toThrow(problem);
  });

  it("are refused where two have one slug", () => {
    const [, body = ""] = role().split("roles:\n");
    expect(() => parse(`${role()}${body}`)).toThrow("two roles have the slug engineer");
  });

  it("of the repository hold, and are all that tracks lead to", async () => {
    const roles = await roleProfiles();
    expect(roles).toHaveLength(15);
    const slugs = new Set(roles.map(({ slug }) => slug));
    for (const folder of (await packageFolders("tracks")).values()) {
      const { manifest } = await loadTrack(folder);
      expect(manifest.leads_to.filter((slug) => !slugs.has(slug))).toEqual([]);
    }
  });
});
