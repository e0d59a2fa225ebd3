/** Where things are: the project, and the folder for what is installed once and kept. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the project. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** VS Code's server and a browser land here on first use; delete it to install them anew. */
export const cacheFolder = join(projectRoot, ".cache");
