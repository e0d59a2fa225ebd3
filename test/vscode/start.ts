/** Opens the extension in a VS Code at a local address, on a fresh copy of `examples/`, until Ctrl+C. */
import { cp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { cacheFolder, projectRoot } from "./harness/paths.ts";
import { serveVsCode } from "./harness/serve.ts";
import { packageExtension } from "./harness/vsix.ts";

const whatToDo = (address: string, folder: string): string => `
VS Code runs at

  ${address}

Open it in a browser, then in the file main.tf:
  1. Hover a word that is underlined: the message says what AWS would refuse.
  2. Put the cursor into resource "spacelift_aws_integration" and press Ctrl+. (the light bulb):
     choose "Generate the matching IAM trust policy".
  3. Type  resource "spacelift_aws_integration" "x" {  and Enter, then Ctrl+Space.

Change what you like: it is a copy of examples/ (${folder}).
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
