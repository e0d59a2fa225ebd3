/**
 * A real VS Code without a download from its vendor: the npm package `code-server` carries a complete VS Code
 * server with its web workbench, of which only `out/server-main.js` is used here.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { installOnce, type InstallStep } from "./installOnce.ts";

interface Release {
  readonly codeServer: string;
  readonly vscode: string;
}

/** Each VS Code server is made for one Node, whose native interface its modules are compiled against. */
const releaseForNode20: Release = { codeServer: "4.99.4", vscode: "1.99.3" };
const releaseForNode22: Release = { codeServer: "4.139.1", vscode: "1.139.1" };

const serverFolder = "node_modules/code-server/lib/vscode";

const registryHelp = "Check that npm reaches its registry (`npm ping`), then run the same command again.";

const compilerHelp =
  "VS Code's log writer is compiled from C++, which needs a compiler, make and Python.\n" +
  "  Debian, Ubuntu: sudo apt-get install -y g++ make python3\n" +
  "  Fedora:         sudo dnf install -y gcc-c++ make python3\n" +
  "  macOS:          xcode-select --install\n" +
  "Then run the same command again.";

/** Returns the folder of VS Code's server, installing it on first use. */
export async function vscodeServer(): Promise<string> {
  if (process.platform === "win32") {
    throw new Error("VS Code's server from npm does not run on Windows: use WSL, or `npm run test:desktop`.");
  }
  const { codeServer, vscode } = releaseForThisNode();
  const installed = await installOnce({
    folder: `vscode-${vscode}-node-abi-${process.versions.modules}`,
    title: `VS Code ${vscode}`,
    steps: installSteps(codeServer),
  });
  return join(installed, serverFolder);
}

function releaseForThisNode(): Release {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 15) ? releaseForNode22 : releaseForNode20;
}

/** Install scripts are left out: they fetch prebuilt binaries, and only one native module is needed. */
function installSteps(codeServer: string): readonly InstallStep[] {
  return [
    {
      does: "download VS Code's server (about 10 s)",
      command: "npm",
      args: ["install", "--ignore-scripts", "--no-audit", "--no-fund", `code-server@${codeServer}`],
      help: registryHelp,
    },
    {
      does: "download what it depends on (about 5 s)",
      command: "npm",
      args: ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"],
      within: serverFolder,
      help: registryHelp,
    },
    {
      does: "compile its log writer (about 15 s)",
      command: "npm",
      args: ["rebuild", "@vscode/spdlog"],
      within: serverFolder,
      env: nodeHeaders(),
      help: compilerHelp,
    },
  ];
}

/** Node's own headers where they lie beside it, so that the compiler step downloads none. */
function nodeHeaders(): Readonly<Record<string, string>> {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include", "node", "node.h")) ? { npm_config_nodedir: prefix } : {};
}
