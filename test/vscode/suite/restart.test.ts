/** The server can be started again, and answers again. */
import * as vscode from "vscode";
import { hoverText } from "./kit/ask.ts";
import { eventually } from "./kit/eventually.ts";
import { openCase } from "./kit/openCase.ts";

describe("restart", () => {
  it("leaves everything working", async () => {
    const where = await openCase('resource "spacelift_aws_$0integration" "x" {\n}\n');
    const isThere = (text: string): boolean => text !== "";
    await eventually("hover", () => hoverText(where), isThere);
    await vscode.commands.executeCommand("spaceliftAws.restartServer");
    await eventually("hover", () => hoverText(where), isThere);
  });
});
