/** Findings as LSP diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver";
import type { Finding, Severity } from "../analysis/finding.ts";
import { locationOf, rangeOf, type View } from "./convert.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const pages = "https://github.com/clear-trust/spacelift-aws-integration/blob/main/docs/rules";

export function toDiagnostic(view: View, finding: Finding): Diagnostic {
  const { uri, span } = finding.location;
  return {
    range: rangeOf(view, uri, span),
    severity: severities[finding.severity],
    code: finding.code,
    codeDescription: { href: `${pages}/${finding.code}.md` },
    source: finding.source,
    message: finding.message,
    tags: finding.tag === "deprecated" ? [DiagnosticTag.Deprecated] : [],
    relatedInformation: finding.related.map(({ location, message }) => ({
      location: locationOf(view, location),
      message,
    })),
  };
}
