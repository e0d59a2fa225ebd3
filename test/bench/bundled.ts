/** Runs a benchmark as the server runs: bundled, by plain Node. `tsx test/bench/bundled.ts hcl` */
import { buildSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const name = process.argv[2] ?? "hcl";
const outfile = resolve(".cache/bench", `${name}.cjs`);

buildSync({
  entryPoints: [`test/bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  packages: "external",
  // The samples are found from the place of the module that names them.
  define: { "import.meta.url": JSON.stringify(`file://${resolve("test/hcl/corpus.ts")}`) },
  logLevel: "warning",
});
process.exitCode = spawnSync(process.execPath, ["--expose-gc", outfile], { stdio: "inherit" }).status ?? 1;
