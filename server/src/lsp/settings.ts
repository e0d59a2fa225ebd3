/** Fetches the settings from the client, by the way that the client knows. */
import { unknownRules } from "../analysis/ruleCodes.ts";
import { readSettings } from "../workspace/settings.ts";
import type { Session } from "./session.ts";

const section = "spaceliftAws";

/** Asks the client where it can be asked; otherwise takes what it sent at the start or with the notification. */
export async function refreshSettings(session: Session, sent?: unknown): Promise<void> {
  const { client, connection } = session;
  const given = client.capabilities.workspace?.configuration
    ? await askFor(session)
    : (sectionOf(sent) ?? client.options.settings);
  const { settings, problems } = readSettings(given);
  for (const problem of [...problems, ...unknownRules(settings.rules)]) connection.console.warn(problem);
  session.settings = settings;
  configure(session);
}

/** Applies the settings and what is known of the other extensions. */
export function configure({ workspace, settings, client }: Session): void {
  workspace.configure(settings, client.options.besideTerraformExtension);
}

async function askFor({ connection, log }: Session): Promise<unknown> {
  try {
    const answer: unknown = await connection.workspace.getConfiguration(section);
    return answer;
  } catch (error) {
    log.error(`The settings could not be read, the defaults are used: ${String(error)}`);
    return undefined;
  }
}

/** `workspace/didChangeConfiguration` carries all settings in some clients and only the section in others. */
function sectionOf(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null) return undefined;
  return section in sent ? (sent as Readonly<Record<string, unknown>>)[section] : sent;
}
