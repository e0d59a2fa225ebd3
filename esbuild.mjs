// Bundles what VS Code and Node run: the extension, the server, the judge, and the tests of the extension host.
// `--watch` builds again on every change; `--production` is what `npm run package` ships.
import { build, context } from "esbuild";
import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/**
 * The parser that judges edits is 4 MB of JavaScript, which most sessions never need. It gets a file of its own
 * beside the server's, read by Node at the first `import("hcl2-parser")`; any other way to import it is an error.
 */
const judgeOnDemand = {
  name: "judge-on-demand",
  setup(bundle) {
    bundle.onResolve({ filter: /^hcl2-parser$/ }, ({ kind }) =>
      kind === "dynamic-import"
        ? { path: "./judge.js", external: true }
        : { errors: [{ text: "load hcl2-parser with import(): start-up must not pay for it" }] },
    );
  },
};

/** Makes the server a command: `spacelift-aws-language-server --stdio`. */
const executable = {
  name: "executable",
  setup(bundle) {
    bundle.onEnd(({ errors }) => (errors.length === 0 ? chmod("dist/server.js", 0o755) : undefined));
  },
};

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outdir: "dist",
  logLevel: watch ? "info" : "warning",
  minify: production,
  sourcemap: !production,
};

const bundles = [
  { ...shared, entryPoints: { extension: "client/src/extension.ts" }, external: ["vscode"] },
  {
    ...shared,
    entryPoints: { server: "server/src/node.ts" },
    banner: { js: "#!/usr/bin/env node" },
    plugins: [judgeOnDemand, executable],
  },
  { ...shared, entryPoints: { judge: "hcl2-parser" }, minify: true, sourcemap: false, logLevel: "error" },
  {
    ...shared,
    entryPoints: ["test/vscode/suite/*.ts"],
    outdir: "out/suite",
    packages: "external",
    minify: false,
  },
];

/** What the licences of the packages inside the bundles ask for: their texts, in one file that ships with them. */
async function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const notices = await Promise.all([...folders].sort().map(noticeOf));
  await writeFile("dist/THIRD_PARTY_NOTICES.txt", `${notices.join(`\n${"-".repeat(80)}\n\n`)}`);
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "";
  // Its JavaScript is compiled from Go: https://github.com/hashicorp/hcl (MPL-2.0), https://github.com/zclconf/go-cty
  // (MIT) and https://github.com/tmccombs/hcl2json (Apache-2.0) are inside.
  const inside =
    name === "hcl2-parser"
      ? "It contains github.com/hashicorp/hcl (MPL-2.0), github.com/zclconf/go-cty (MIT) and\n" +
        "github.com/tmccombs/hcl2json (Apache-2.0), whose sources are at those addresses.\n\n"
      : "";
  return `${name} ${version} (${license})\n\n${inside}${text.trim()}\n`;
}

if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(bundles.map((options) => build({ ...options, metafile: true })))
    .then(writeNotices)
    .catch((error) => {
      if (!error.errors) console.error(error);
      process.exit(1);
    });
}
