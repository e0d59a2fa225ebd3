/** What reading policies takes: the module, Spacelift's names, and ways to read symbols and documents. */
import type { SymbolicString } from "../../iam/symbolic.ts";
import type { Value } from "../../iam/value.ts";
import type { StringPart, Value as ModuleValue, ValueSymbol } from "../../terraform/value.ts";
import type { ModuleView } from "../moduleView.ts";
import type { SpaceliftNames } from "./names.ts";

/** Its functions call one another, so they meet here; `createPolicyReader` puts them together. */
export interface PolicyReader {
  readonly view: ModuleView;
  readonly names: SpaceliftNames;
  /** A string as IAM will see it. */
  readonly string: (parts: readonly StringPart[]) => SymbolicString;
  /** The string of the symbol with this ID, which is known to be one. */
  readonly text: (id: string) => SymbolicString;
  /** Undefined for a symbol of which it is not known that it is a string. */
  readonly symbol: (symbol: ValueSymbol) => SymbolicString | undefined;
  /** A value of the module as part of a policy. */
  readonly value: (value: ModuleValue) => Value;
  /** JSON text that holds a policy, a statement or another part of one. */
  readonly json: (text: ModuleValue) => Value;
  /** What the JSON text holds that a symbol stands for, such as `data.aws_iam_policy_document.x.json`. */
  readonly document: (id: string) => Value | undefined;
  /** The reader of another module. */
  readonly in: (view: ModuleView) => PolicyReader;
}
