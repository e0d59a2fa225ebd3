/** What a place of a file names, as far as the file alone can tell. */
import type { Span } from "../../base/span.ts";
import type { Attribute } from "../../hcl/ast.ts";
import type { Reference } from "../../terraform/references.ts";
import type { Binder, Scope } from "../../terraform/traversals.ts";

export type Subject = DeclaredSubject | CalledSubject | LocalSubject;

/** Known to the whole module by its address; `provider.aws.x` for a provider with an alias. */
export interface DeclaredSubject {
  readonly kind: "declared";
  readonly address: string;
}

/** What the module that a call leads to declares: its variable or its output. */
export interface CalledSubject {
  readonly kind: "called";
  /** The name of the call. */
  readonly call: string;
  /** In the module that is called. */
  readonly address: string;
  /** False where only a call that is not repeated is read like this. */
  readonly anyCall: boolean;
}

/** What only a part of one file knows. */
export type LocalSubject =
  /** Known inside one expression or `dynamic` block. */
  | { readonly kind: "bound"; readonly binder: Binder }
  /** What `each` and `count` stand for: a block's `for_each` or `count`. */
  | { readonly kind: "repetition"; readonly attribute: Attribute };

export interface Mention<About = Subject> {
  readonly subject: About;
  /** `value` where a call or a file of values gives a variable its value. */
  readonly role: "declaration" | "value" | "reference";
  /** Where a cursor counts as being on it: for a reference the whole address. */
  readonly span: Span;
  /** The name alone, which is what a rename changes. */
  readonly nameSpan: Span;
  /** False where the text is a word of Terraform's, such as `self`, and no name that anybody chose. */
  readonly isName: boolean;
  /** The block, attribute or expression that the name belongs to. */
  readonly whole: Span;
  readonly reference: Reference | undefined;
  /** What binds names around it, the outermost first. */
  readonly scope: Scope;
}
