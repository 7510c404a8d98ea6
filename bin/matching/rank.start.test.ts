import { cpSync, existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { modelFolder, OFFLINE_MODEL } from "@/workers/embedding/model-source";
import { ensureEmbeddingModel } from "../start/embedding-model";
import { openInstallation } from "../start/installation";
import { ensurePython } from "../start/python";
import { borrowPython, probe, REFUSING, temporaryFolder } from "../testing/probe";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const CORPUS = [
  "pastry\tpastry chef in a hotel",
  "llm\tlarge language model training engineer",
  "bi\tPower BI dashboard developer",
  "知识\t商业智能分析师",
  "基座\t基础模型研发工程师",
  "sea\tship captain",
];

beforeAll(async () => {
  const installation = openInstallation();
  await ensurePython(installation);
  await ensureEmbeddingModel(installation);
});

/** Files of a query and a corpus, and the arguments that name them. */
function files(queries: string, corpus = CORPUS.join("\n")) {
  const folder = temporaryFolder();
  const names = { queries: path.join(folder, "q.tsv"), corpus: path.join(folder, "c.tsv") };
  writeFileSync(names.queries, queries);
  writeFileSync(names.corpus, corpus);
  return ["--queries", names.queries, "--corpus", names.corpus];
}

async function ranked(queries: string, more: string[] = [], corpus?: string) {
  const { status, output } = await probe(["rank", ...files(queries, corpus), ...more]).ended;
  expect(status, output).toBe(0);
  const rows = output.trim().split("\n");
  return rows.map((row) => row.split("\t"));
}

describe("bin/touchstone rank", () => {
  it("ranks across languages, and prints query, text, rank and score", async () => {
    const rows = await ranked("a\t大模型预训练工程师\nb\tbusiness intelligence analyst\n");
    expect(rows).toHaveLength(12);
    const best = (query: string) => rows.filter(([id]) => id === query).slice(0, 2);
    expect(best("a").map(([, text]) => text)).toEqual(expect.arrayContaining(["llm", "基座"]));
    expect(best("b").map(([, text]) => text)).toEqual(expect.arrayContaining(["bi", "知识"]));
    expect(rows.map(([, , rank]) => Number(rank))).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    expect(rows.every(([, , , score]) => /^-?\d+\.\d{6}$/.test(score ?? ""))).toBe(true);
  });

  it("prints the same whatever the order of the corpus, and no more than was asked for", async () => {
    const query = "a\tchief of a vessel\n";
    const rows = await ranked(query, ["--top", "3"]);
    expect(rows).toHaveLength(3);
    expect(rows[0]?.[1]).toBe("sea");
    const turned = [...CORPUS].reverse().join("\n");
    expect(await ranked(query, ["--top", "3"], turned)).toEqual(rows);
  });

  it.each([
    ["no tab here\n", [], /q\.tsv: line 1 has no tab between id and text/],
    ["a\tone\na\ttwo\n", [], /q\.tsv: line 2 has the id a a second time/],
    ["a\tone\n", ["--top", "0"], /must be a whole number from 1/],
    ["a\tone\n", ["--lang", "fr"], /Allowed choices are en, zh/],
  ])("refuses %j with %j by what is wrong, and ends with 2", async (queries, more, message) => {
    const { status, output } = await probe(["rank", ...files(queries), ...more]).ended;
    expect(output).toMatch(message);
    expect(status).toBe(2);
  });
});

describe("the model", () => {
  it("is refused when a file of it was changed", async () => {
    const DATA_DIR = temporaryFolder();
    borrowPython(DATA_DIR, ["python"]);
    // The folder may be a link, and what it leads to is not to be changed.
    const own = realpathSync(path.dirname(modelFolder()));
    cpSync(own, path.join(DATA_DIR, "models"), { recursive: true });
    const file = path.join(DATA_DIR, "models", OFFLINE_MODEL, "tokenizer_config.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("256", "128"));
    const args = ["rank", ...files("a\tone\n")];
    const { status, output } = await probe(args, { env: { DATA_DIR } }).ended;
    expect(status).toBe(2);
    expect(output).toContain(`${file} is not the file that was made. Remove`);
  });

  it("gives vectors of length 1 with what they came from, equal in any company", async () => {
    const { Embedder } = await import("@/workers/embedding/embedder");
    const embedder = await Embedder.load();
    onTestFinished(() => embedder.close());
    expect(embedder.identity).toMatchObject({
      model: "all-MiniLM-L6-v2",
      revision: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const long = "Trains large models on many machines and watches them. ".repeat(60);
    const texts = ["data engineer", "", "🚀", long, "数据", "data engineer"];
    const vectors = await embedder.embed(texts);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    expect(vectors[0]).toEqual(vectors[5]);
    expect(await embedder.embed([...texts].reverse())).toEqual([...vectors].reverse());
    const [alone] = await embedder.embed(["data engineer"]);
    const cosine = vectors[0]?.reduce((sum, value, at) => sum + value * (alone?.[at] ?? 0), 0);
    expect(cosine).toBeCloseTo(1, 5);
  });

  it("comes from the hub that is set, of the revision that is named", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const url = decodeURIComponent(request.url ?? "");
      asked.push(url);
      const file = path.join(modelFolder(), url.replace("/acme/multilingual/resolve/v1/", ""));
      const found = existsSync(file) && statSync(file).isFile();
      response.writeHead(found ? 200 : 404);
      response.end(found && request.method !== "HEAD" ? readFileSync(file) : undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const DATA_DIR = temporaryFolder();
    borrowPython(DATA_DIR, ["python"]);
    const env = {
      DATA_DIR,
      EMBEDDING_MODEL: "acme/multilingual@v1",
      HF_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
    const args = ["rank", ...files("a\tship captain\n"), "--top", "1"];
    const { status, output } = await probe(args, { env }).ended;
    expect(status, output).toBe(0);
    expect(output).toMatch(/^a\tsea\t1\t/);
    expect(asked).toContain("/acme/multilingual/resolve/v1/onnx/model.onnx");
    const offline = { ...env, HF_ENDPOINT: `http://${REFUSING}` };
    expect(await probe(args, { env: offline }).ended).toEqual({ status, output });
  });

  it("that cannot be had is named, with what to do", async () => {
    const DATA_DIR = temporaryFolder();
    borrowPython(DATA_DIR, ["python"]);
    const env = { DATA_DIR, EMBEDDING_MODEL: "acme/none", HF_ENDPOINT: `http://${REFUSING}` };
    const { status, output } = await probe(["rank", ...files("a\tone\n")], { env }).ended;
    expect(status).toBe(2);
    expect(output).toContain("The model acme/none (main) could not be had from");
    expect(output).toContain("Check EMBEDDING_MODEL and HF_ENDPOINT");
  });
});
