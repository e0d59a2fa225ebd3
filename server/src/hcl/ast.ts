/**
 * The tree of an HCL 2 native-syntax file: readonly plain data, every node with its span, broken input kept.
 * Names follow the HCL native syntax specification: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 * It holds what was written and where. What it means is computed elsewhere.
 */
import type { Span } from "../base/span.ts";

/** A whole file and what is wrong with its syntax. */
export interface SourceFile {
  readonly text: string;
  readonly body: Body;
  /** In the order of their position. Empty exactly when HashiCorp's parser would accept the text. */
  readonly problems: readonly SyntaxProblem[];
}

/** One thing that HashiCorp's parser refuses too. */
export interface SyntaxProblem extends Span {
  /** What is wrong, in a few words, without a full stop. */
  readonly summary: string;
  /** What to do about it, in one or two sentences. */
  readonly detail: string;
  /** The text that would most likely mend it, inserted at `at`. */
  readonly insertion?: { readonly at: number; readonly text: string };
  /** Another place that has to do with it, such as the first of two definitions. */
  readonly related?: Span;
}

export type Node = Body | BodyItem | Identifier | Label | Expression | ObjectItem | TemplatePart;

export interface Body extends Span {
  readonly kind: "Body";
  readonly items: readonly BodyItem[];
}

/** `Attribute` and `Block` may be incomplete; `BogusItem` is text that is neither. */
export type BodyItem = Attribute | Block | BogusItem;

export interface Identifier extends Span {
  readonly kind: "Identifier";
  readonly name: string;
}

/** `name = value`. A name alone on its line is an attribute with neither `equals` nor a value. */
export interface Attribute extends Span {
  readonly kind: "Attribute";
  readonly name: Identifier;
  readonly equals: Span | undefined;
  /** A `MissingExpression` where nothing was written. */
  readonly value: Expression;
}

export interface Block extends Span {
  readonly kind: "Block";
  readonly type: Identifier;
  readonly labels: readonly Label[];
  /** The `{`; undefined while it is not typed yet. */
  readonly open: Span | undefined;
  readonly body: Body;
  /** The `}`; undefined where it is missing. */
  readonly close: Span | undefined;
}

/** A label of a block. The span includes the quotes. */
export interface Label extends Span {
  readonly kind: "Label";
  readonly value: string;
  readonly quoted: boolean;
  /** False for a quoted label whose closing quote is missing. */
  readonly closed: boolean;
}

/** Text in a body that belongs to no item. */
export interface BogusItem extends Span {
  readonly kind: "BogusItem";
}

export type Expression =
  | NumberLiteral
  | BoolLiteral
  | NullLiteral
  | Template
  | Variable
  | GetAttribute
  | Index
  | Splat
  | SplatItem
  | FunctionCall
  | Conditional
  | BinaryOperation
  | UnaryOperation
  | Parentheses
  | TupleConstructor
  | ObjectConstructor
  | ForExpression
  | MissingExpression
  | BogusExpression;

export interface NumberLiteral extends Span {
  readonly kind: "NumberLiteral";
  /** The digits as written: they may be more than a double can hold. */
  readonly text: string;
}

export interface BoolLiteral extends Span {
  readonly kind: "BoolLiteral";
  readonly value: boolean;
}

export interface NullLiteral extends Span {
  readonly kind: "NullLiteral";
}

/** A quoted string or a heredoc. */
export interface Template extends Span {
  readonly kind: "Template";
  /** Undefined for a quoted string. */
  readonly heredoc: Heredoc | undefined;
  readonly parts: readonly TemplatePart[];
  /** The opening quote, or the heredoc's first line without its line end. */
  readonly open: Span;
  /** The closing quote, or the heredoc's closing marker; undefined where it is missing. */
  readonly close: Span | undefined;
}

export interface Heredoc {
  readonly marker: string;
  /** True for `<<-`, which takes the common indentation away. */
  readonly indented: boolean;
}

export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

/** Literal text of a template. */
export interface TemplateLiteral extends Span {
  readonly kind: "TemplateLiteral";
  /**
   * What it stands for: escapes decoded, and in an indented heredoc without the common indentation.
   * The trimming of `~` markers is not applied: that is the evaluator's work.
   */
  readonly value: string;
}

/** Where a `~` beside a template sequence trims the white space next to it. */
export interface Trim {
  readonly trimStart: boolean;
  readonly trimEnd: boolean;
}

/** `${ expression }` */
export interface TemplateInterpolation extends Span, Trim {
  readonly kind: "TemplateInterpolation";
  readonly expression: Expression;
  /** The `}`; undefined where it is missing. */
  readonly close: Span | undefined;
}

/** One `%{ ... }` of a directive. */
export interface TemplateTag extends Span, Trim {}

/** `%{ if c } ... %{ else } ... %{ endif }` */
export interface TemplateIf extends Span {
  readonly kind: "TemplateIf";
  readonly ifTag: TemplateTag;
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly elseTag: TemplateTag | undefined;
  readonly otherwise: readonly TemplatePart[];
  readonly endTag: TemplateTag | undefined;
}

/** `%{ for k, v in c } ... %{ endfor }` */
export interface TemplateFor extends Span {
  readonly kind: "TemplateFor";
  readonly forTag: TemplateTag;
  readonly keyName: Identifier | undefined;
  readonly valueName: Identifier | undefined;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
  readonly endTag: TemplateTag | undefined;
}

/** The root name of a traversal: `var`, `local`, `aws_iam_role`, a `for` variable. */
export interface Variable extends Span {
  readonly kind: "Variable";
  readonly name: string;
}

/** `target.name`, and the legacy `target.0`. */
export interface GetAttribute extends Span {
  readonly kind: "GetAttribute";
  readonly target: Expression;
  readonly dot: Span;
  /** Undefined while nothing follows the dot. For `target.0` the name is the digits. */
  readonly name: Identifier | undefined;
}

/** `target[key]` */
export interface Index extends Span {
  readonly kind: "Index";
  readonly target: Expression;
  readonly key: Expression;
  readonly open: Span;
  readonly close: Span | undefined;
}

/** `source.*…` (attribute) or `source[*]…` (full). `each` is what is done to every element. */
export interface Splat extends Span {
  readonly kind: "Splat";
  readonly source: Expression;
  readonly full: boolean;
  /** The `.*` or `[*]`. */
  readonly marker: Span;
  /** A chain of `GetAttribute` and `Index` that starts at the `SplatItem`. */
  readonly each: Expression;
}

/** Stands for the element inside `Splat.each`; empty, just behind the marker. */
export interface SplatItem extends Span {
  readonly kind: "SplatItem";
}

export interface FunctionCall extends Span {
  readonly kind: "FunctionCall";
  /** With namespaces as written, such as `provider::aws::arn_parse`. */
  readonly name: Identifier;
  readonly open: Span;
  readonly args: readonly Expression[];
  /** The `...` behind the last argument. */
  readonly expand: Span | undefined;
  readonly close: Span | undefined;
}

export interface Conditional extends Span {
  readonly kind: "Conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export type BinaryOperator =
  "||" | "&&" | "==" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "%";

export interface BinaryOperation extends Span {
  readonly kind: "BinaryOperation";
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOperation extends Span {
  readonly kind: "UnaryOperation";
  readonly operator: "-" | "!";
  readonly operand: Expression;
}

export interface Parentheses extends Span {
  readonly kind: "Parentheses";
  readonly expression: Expression;
  readonly close: Span | undefined;
}

export interface TupleConstructor extends Span {
  readonly kind: "TupleConstructor";
  readonly open: Span;
  readonly elements: readonly Expression[];
  readonly close: Span | undefined;
}

export interface ObjectConstructor extends Span {
  readonly kind: "ObjectConstructor";
  readonly open: Span;
  readonly items: readonly ObjectItem[];
  readonly close: Span | undefined;
}

/** `key = value` or `key : value`. A key that is a bare `Variable` stands for its name. */
export interface ObjectItem extends Span {
  readonly kind: "ObjectItem";
  readonly key: Expression;
  /** The `=` or `:`; undefined while it is missing. */
  readonly separator: Span | undefined;
  readonly value: Expression;
}

/** `[for k, v in c : value if cond]` and `{for k, v in c : key => value... if cond}` */
export interface ForExpression extends Span {
  readonly kind: "ForExpression";
  readonly open: Span;
  readonly keyName: Identifier | undefined;
  readonly valueName: Identifier | undefined;
  readonly collection: Expression;
  /** Defined exactly for the object form. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** The `...` that groups the values of equal keys. */
  readonly group: Span | undefined;
  readonly condition: Expression | undefined;
  readonly close: Span | undefined;
}

/** Nothing was written where an expression belongs. Empty, where it would begin. */
export interface MissingExpression extends Span {
  readonly kind: "MissingExpression";
}

/** Text that is no expression, with the readable parts that were found in it. */
export interface BogusExpression extends Span {
  readonly kind: "BogusExpression";
  readonly parts: readonly Expression[];
}
