// Bundles what VS Code and Node run: the extension, the server, the judge, and the tests of the extension host.
// `--watch` builds again on every change; `--production` is what `npm run package` ships.
import { build, context } from "esbuild";
import { chmod } from "node:fs/promises";

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

if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(bundles.map((options) => build(options))).catch(() => process.exit(1));
}
