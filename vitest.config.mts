/** Unit tests and tests of the server as a process; the ones in a real VS Code have a runner of their own. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/vscode/**"],
    globalSetup: ["test/kit/build.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
