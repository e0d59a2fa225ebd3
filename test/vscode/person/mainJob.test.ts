/** The main job as a person does it: type, read, point, and let the light bulb write the policy. */
import { join } from "node:path";
import { expect } from "vitest";
import { clickAt, goToEnd, openBody, openFile, savedText, type, visibleText } from "./kit/editor.ts";
import { hoverAt, hoverText } from "./kit/hover.ts";
import { patience } from "./kit/launch.ts";
import { chooseAction, lightBulbActions, openLightBulb } from "./kit/lightBulb.ts";
import { applyPreview, previewed } from "./kit/preview.ts";
import { openProblems, problems, squiggles } from "./kit/problems.ts";
import { stories } from "./kit/story.ts";
import { openSuggestions, suggestions, takeSuggestion } from "./kit/suggestions.ts";

const within = { timeout: patience };
const story = stories();

story("types a block and picks an attribute from the list", async ({ page, folder }) => {
  await openFile(page, "integration.tf");
  await goToEnd(page);
  await type(page, '\nresource "spacelift_aws_integration" "x" ');
  await openBody(page);
  await openSuggestions(page);
  await expect.poll(() => suggestions(page), within).toEqual(expect.arrayContaining(["name", "role_arn"]));
  await takeSuggestion(page, "role_arn");
  await expect
    .poll(() => savedText(page, join(folder, "integration.tf")), within)
    .toMatch(/resource "spacelift_aws_integration" "x" \{\n {2}role_arn\s*=/);
});

story("reads what an integration is, and its external ID", async ({ page }) => {
  await openFile(page, "integration.tf");
  await hoverAt(page, "spacelift_aws_integration");
  await expect.poll(() => hoverText(page), within).toMatch(/external ID/i);
});

story("sees mistakes underlined and listed", async ({ page }) => {
  await openFile(page, "mistakes/main.tf");
  await expect.poll(() => squiggles(page, "error"), within).toBeGreaterThan(0);
  await openProblems(page);
  await expect.poll(async () => (await problems(page)).join("\n"), within).toMatch(/role_arn/);
});

story("lets the light bulb write the trust policy, and finds it in the file", async ({ page, folder }) => {
  await openFile(page, "integration.tf");
  await clickAt(page, '"production"');
  await openLightBulb(page);
  expect(await lightBulbActions(page)).toContain("Generate the matching IAM trust policy");
  await chooseAction(page, "Generate the matching IAM trust policy");
  await expect
    .poll(() => savedText(page, join(folder, "integration.tf")), within)
    .toContain("sts:ExternalId");
  const text = await savedText(page, join(folder, "integration.tf"));
  expect(text).toContain('resource "aws_iam_role"');
  expect(text).toContain("${spacelift_aws_integration.production.id}@${spacelift_stack.network.");
});

story("sees how several files would change, and lets them", async ({ page, folder }) => {
  await openFile(page, "apart/main.tf");
  await clickAt(page, '"deploy"');
  await openLightBulb(page);
  await chooseAction(page, "Generate the matching IAM trust policy");
  await expect
    .poll(async () => (await previewed(page)).map(({ text }) => text).join("\n"), within)
    .toMatch(/main\.tf[^]*role\.tf/);
  expect((await previewed(page)).filter(({ ticked }) => !ticked)).toEqual([]);
  await applyPreview(page);
  await expect
    .poll(() => savedText(page, join(folder, "apart/main.tf")), within)
    .toContain("depends_on = [aws_iam_role.deploy]");
  await openFile(page, "role.tf");
  const role = await savedText(page, join(folder, "apart/role.tf"));
  expect(role).toContain("${spacelift_aws_integration.deploy.id}@network@write");
  expect(role).toContain("role/on-call");
});

story("reads the policy as JSON in a document of its own", async ({ page }) => {
  await openFile(page, "integration.tf");
  await clickAt(page, '"production"');
  await openLightBulb(page);
  await chooseAction(page, "Show the matching IAM trust policy as JSON");
  await page.locator(".tab.active").filter({ hasText: "Untitled" }).waitFor();
  await expect.poll(() => visibleText(page), within).toContain('"sts:ExternalId"');
});

story("clicks on the verdict above an integration, and reads its reasons", async ({ page }) => {
  await openFile(page, "trust/main.tf");
  await page.locator(".codelens-decoration a").filter({ hasText: "Spacelift is refused" }).first().click();
  await expect.poll(() => hoverText(page), within).toMatch(/Does Spacelift get in\?[\s\S]*refused, because/);
});
