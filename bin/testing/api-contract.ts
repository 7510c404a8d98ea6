import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { projectPath } from "../start/project";
import { startContractInstallation } from "./contract-installation";

/** Whatever is sent: no fault of the platform, and no answer that the document does not announce. */
const CHECKS = [
  ...["not_a_server_error", "status_code_conformance", "content_type_conformance"],
  ...["response_headers_conformance", "response_schema_conformance", "unsupported_method"],
];

const { values } = parseArgs({
  options: {
    python: { type: "string", default: projectPath(".data/python") },
    report: { type: "string", default: projectPath(".data/contract.xml") },
    examples: { type: "string", default: "15" },
  },
});

/** Runs schemathesis once; resolves with its exit status. */
function examine(origin: string, report: string, headers: string[]): Promise<number> {
  const child = spawn(
    `${values.python}/bin/st`,
    [
      ...["--config-file", projectPath("bin/testing/schemathesis.toml")],
      ...["run", `${origin}/api/v1/openapi.json`, "--checks", CHECKS.join(",")],
      // A stream of events ends with its verdict, not with the request.
      ...["--exclude-path-regex", "/events$", "--max-examples", values.examples],
      ...["--phases", "examples,coverage,fuzzing,stateful", "--no-color"],
      ...[
        "--suppress-health-check",
        "all",
        "--generation-database",
        "none",
        "--continue-on-failure",
      ],
      ...["--report", "junit", "--report-junit-path", report],
      ...headers.flatMap((header) => ["--header", header]),
    ],
    // It leaves its memory in the folder where it runs.
    { cwd: projectPath(".data/contract"), stdio: ["ignore", "inherit", "inherit"] },
  );
  return new Promise((resolve) => child.once("close", (status) => resolve(status ?? -1)));
}

const withoutProlog = (file: string) => readFileSync(file, "utf8").replace(/^<\?xml.*?\?>/, "");

const installation = await startContractInstallation(values.python);
try {
  const callers = {
    visitor: [`Origin: ${installation.origin}`],
    token: [`Authorization: Bearer ${installation.token}`],
    organisation: [`Authorization: Bearer ${installation.organisation}`],
  };
  const reports: string[] = [];
  for (const [caller, headers] of Object.entries(callers)) {
    process.stdout.write(`\nThe API, called as ${caller}\n`);
    const report = `${values.report}.${caller}`;
    if ((await examine(installation.origin, report, headers)) !== 0) process.exitCode = 1;
    reports.push(withoutProlog(report));
  }
  writeFileSync(values.report, reports.join("\n"));
} finally {
  await installation.stop();
}
