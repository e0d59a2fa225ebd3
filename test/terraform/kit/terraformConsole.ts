/** Evaluates many expressions with the real Terraform, in one run. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files that the expressions may read, by their path in the module. */
type ModuleFiles = Readonly<Record<string, string>>;

export function terraformVersion(): string | undefined {
  try {
    return /v(\d+\.\d+\.\d+)/.exec(
      execFileSync("terraform", ["version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    )?.[1];
  } catch {
    return undefined;
  }
}

/** What the console prints for each expression; undefined where it fails. */
export function evaluateWithTerraform(
  expressions: readonly string[],
  files: ModuleFiles = {},
): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), "terraform-console-"));
  try {
    for (const [path, text] of Object.entries({ ...files, "main.tf": moduleOf(expressions) })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const output = execFileSync("terraform", ["console", "-no-color"], {
      cwd: folder,
      encoding: "utf8",
      input: "local.all\n",
      maxBuffer: 1 << 28,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: undefined },
      stdio: ["pipe", "pipe", "pipe"],
    });
    return split(output, expressions.length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A failure of one expression leaves the others alone; a marker stands in front of each result. */
function moduleOf(expressions: readonly string[]): string {
  const items = expressions.map((text, index) => `"${marker(index)}", try([${text}\n], "@failed"),`);
  return `locals {\nall = [\n${items.join("\n")}\n"${marker(expressions.length)}"]\n}\n`;
}

function marker(index: number): string {
  return `@@${index}@@`;
}

function split(output: string, count: number): readonly (string | undefined)[] {
  return Array.from({ length: count }, (_, index) => {
    const start = `  "${marker(index)}",\n`;
    const from = output.indexOf(start) + start.length;
    const text = output.slice(from, output.indexOf(`  "${marker(index + 1)}",\n`, from));
    return text === '  "@failed",\n' ? undefined : text;
  });
}
