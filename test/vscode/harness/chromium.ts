/**
 * The browser that shows VS Code: an installed Chromium or Chrome where there is one, for its better fonts, else
 * the headless Chromium that the npm package `@sparticuz/chromium` carries. SPACELIFT_AWS_BROWSER names another.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { installOnce, type InstallStep } from "./installOnce.ts";

const installedBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const packageVersion = "153.0.0";

/** The tests open pages on this machine only, and run as root in containers, where the sandbox cannot. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserProgram();
  try {
    return await chromium.launch({ executablePath, args: flags });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${executablePath} does not start.\n${reason}\n\n` +
        "Where a shared library is missing: sudo apt-get install -y libnss3 libnspr4 libexpat1\n" +
        "To use another browser, name its program in SPACELIFT_AWS_BROWSER.",
    );
  }
}

async function browserProgram(): Promise<string> {
  const named = process.env["SPACELIFT_AWS_BROWSER"];
  if (named !== undefined && named !== "") return named;
  return installedBrowsers.find((path) => existsSync(path)) ?? (await packagedChromium());
}

async function packagedChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "No browser found: install Chrome or Chromium, or name its program in SPACELIFT_AWS_BROWSER.",
    );
  }
  const installed = await installOnce({
    folder: `chromium-${packageVersion}`,
    title: "a headless Chromium",
    steps: installSteps(),
  });
  return join(installed, "chromium");
}

/** The package unpacks its Chromium into the temporary folder, which here is the one that is installed. */
function installSteps(): readonly InstallStep[] {
  return [
    {
      does: "download it (66 MB, about 5 s)",
      command: "npm",
      args: [
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        `@sparticuz/chromium@${packageVersion}`,
      ],
      help: "Check that npm reaches its registry (`npm ping`), or install Chrome or Chromium.",
    },
    {
      does: "unpack it (about 5 s)",
      command: "sh",
      args: [
        "-c",
        `TMPDIR="$PWD" exec "$0" --input-type=module --eval \\
          'await (await import("@sparticuz/chromium")).default.executablePath()'`,
        process.execPath,
      ],
      help: "Check that the disk has 200 MB left, or install Chrome or Chromium.",
    },
  ];
}
