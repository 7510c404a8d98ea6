import { expect, it, onTestFinished } from "vitest";
import { RIGHT, smallPackage } from "@/lib/testing/fixtures";
import { gradingJob } from "./job";
import { RunnerPool } from "./pool";
import { poolOptions } from "./pool-options";

const { manifest, files: packageFiles } = smallPackage("double");

const job = (id: string) =>
  gradingJob({ id, manifest, packageFiles, files: RIGHT, mode: "submit", seed: "5eed" });

it("gives last tries a worker of their own, one after the other, and forgets nobody", async () => {
  const options = { ...poolOptions(), slots: 2, runtimes: ["python-numpy"] };
  const pool = await RunnerPool.start(options);
  onTestFinished(() => pool.close());
  const running = new Set<string>();
  const beside = new Map<string, number>();
  const grade = async (id: string, way: "grade" | "gradeAlone") => {
    await pool[way](job(id), () => {
      running.add(id);
      beside.set(id, Math.max(beside.get(id) ?? 0, running.size - 1));
    });
    running.delete(id);
  };
  const alone = ["a", "b", "c"];
  await Promise.all([
    ...alone.map((id) => grade(id, "gradeAlone")),
    ...["d", "e", "f"].map((id) => grade(id, "grade")),
  ]);
  expect(alone.map((id) => beside.get(id))).toEqual([0, 0, 0]);
  expect(beside.size).toBe(6);
}, 60_000);
