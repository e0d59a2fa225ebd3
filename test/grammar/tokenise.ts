/** Tokenises text with the contributed grammars, in the way VS Code does: line by line, injections included. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { projectPath, readManifest } from "./contributions.ts";

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly scopes: readonly string[];
}

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** How many rules are open after the line, the root among them. */
  readonly depth: number;
}

type Tokenise = (text: string) => readonly Line[];

export const ownScope = "source.clear-trust.hcl";
export const hashicorpScope = "source.hcl.terraform";

const standIn = "test/grammar/standIn.tmLanguage.json";

async function loadOniguruma() {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm));
  return {
    createOnigScanner: oniguruma.createOnigScanner,
    createOnigString: oniguruma.createOnigString,
  };
}

const onigLib = loadOniguruma();

/**
 * A tokeniser for the documents of one root scope. HashiCorp's scope stands for its extension being
 * installed: the stand-in grammar answers for it, and for our own scope it is absent.
 */
export async function tokeniserFor(rootScope: string): Promise<Tokenise> {
  const contributed = readManifest().contributes.grammars;
  const paths = new Map(contributed.map((each) => [each.scopeName, each.path]));
  if (rootScope === hashicorpScope) paths.set(hashicorpScope, standIn);
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: (scope) => {
      const path = paths.get(scope);
      return Promise.resolve(
        path === undefined ? null : textmate.parseRawGrammar(readFileSync(projectPath(path), "utf8"), path),
      );
    },
    getInjections: (scope) =>
      contributed.filter((each) => each.injectTo.includes(scope)).map((each) => each.scopeName),
  });
  const grammar = await registry.loadGrammar(rootScope);
  if (grammar === null) throw new Error(`no grammar for ${rootScope}`);
  return (text) => tokeniseLines(grammar, text);
}

function tokeniseLines(grammar: textmate.IGrammar, text: string): readonly Line[] {
  let stack = textmate.INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    const tokens = result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      start: token.startIndex,
      scopes: token.scopes,
    }));
    return { text: line, tokens, depth: stack.depth };
  });
}
