/** Opens the extension in a VS Code at a local address, on a fresh copy of `examples/`, until Ctrl+C. */
import { cp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { cacheFolder, projectRoot } from "./harness/paths.ts";
import { serveVsCode } from "./harness/serve.ts";
import { packageExtension } from "./harness/vsix.ts";

const whatToDo = (address: string, folder: string): string => `
VS Code runs at

  ${address}

Open it in a browser, then
  1. in integration.tf, click into the first block and press Ctrl+. (Cmd+. on a Mac):
     "Generate the matching IAM trust policy" writes the role that this integration needs;
  2. rest the mouse on spacelift_aws_integration, or on one of its attributes;
  3. in mistakes/main.tf, rest the mouse on what is underlined, and press Ctrl+. there;
  4. in trust/main.tf, rest the mouse on the integration: it says why Spacelift is refused;
  5. anywhere, type  resource "spacelift_aws_integration" "x" {  and Enter, then Ctrl+Space.

Change what you like: it is a copy of examples/, made anew at each start (${folder}).
Ctrl+C here stops it.
`;

async function main(): Promise<void> {
  const examples = join(cacheFolder, "play", "examples");
  await rm(examples, { recursive: true, force: true });
  await cp(join(projectRoot, "examples"), examples, { recursive: true });
  console.log("Packing the extension");
  const vsix = await packageExtension();
  const served = await serveVsCode({ port: "8100-8199", extensions: [vsix] });
  console.log(whatToDo(served.addressOf(examples), relative(projectRoot, examples)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
