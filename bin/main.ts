import { existsSync, readdirSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { showFailure } from "./bootstrap/show-failure.js";
import { describeFailure } from "./describe-failure";
import { projectPath } from "./start/project";

type CommandModule = { register(program: Command): void };

const COMMANDS = projectPath("bin/commands");
const FAILURE = 2;

/** Only the command asked for is loaded; all of them for the list. */
function wantedVerbs(verb: string | undefined): string[] {
  if (verb && existsSync(`${COMMANDS}/${verb}.ts`)) return [verb];
  return readdirSync(COMMANDS)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => name.slice(0, -".ts".length));
}

/** The command line. Sets the exit code; a failure prints one message with its remedy. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command("touchstone")
    .description("Touchstone: prove what you can do")
    .showHelpAfterError("Run with --help for the usage.")
    .exitOverride();
  for (const verb of wantedVerbs(argv[2]).sort()) {
    const module = (await import(`./commands/${verb}.ts`)) as CommandModule;
    module.register(program);
  }
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : FAILURE;
    if (!(error instanceof CommanderError)) showFailure(await describeFailure(error));
  }
}
