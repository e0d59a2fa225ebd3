/** Packs the extension before the first test, and tells every test file where the package is. */
import type { TestProject } from "vitest/node";
import { packageExtension } from "../harness/vsix.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly vsix: string;
  }
}

export default async function packOnce(project: TestProject): Promise<void> {
  project.provide("vsix", await packageExtension());
}
