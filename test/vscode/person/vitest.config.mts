/** Tests that use VS Code like a person: the extension is packed once, and one window is open at a time. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/vscode/person/**/*.test.ts"],
    globalSetup: "test/vscode/person/packOnce.ts",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
