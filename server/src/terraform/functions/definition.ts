/** What a function of Terraform's is: its parameters, the type of its result, and the calculation. */
import type { Location } from "../../base/location.ts";
import type { FunctionCall } from "../../hcl/ast.ts";
import type { BigFloat } from "../bigFloat.ts";
import type { Evaluate } from "../expressions/evaluator.ts";
import type { Scope } from "../scope.ts";
import type { Type } from "../type.ts";
import type { StringValue, Value } from "../value.ts";
import { toSafeInteger, zero } from "../bigFloat.ts";
import { filePathOf, type FilePath } from "../filePath.ts";
import { partsOf } from "../parts.ts";
import { asKnownString, errorValue, stringOf } from "../value.ts";

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly nullable?: boolean;
  /**
   * How much of an argument must be known for the function to be called; everything, if not said. Of a path, the
   * folder that it begins with need not be.
   */
  readonly needs?: "everything" | "path" | "shape" | "nothing";
}

export interface FunctionDefinition {
  readonly parameters: readonly Parameter[];
  /** For every further argument. */
  readonly rest?: Parameter;
  /** The type of the result where an argument is not known. */
  readonly result: Type;
  call(args: Arguments, context: CallContext): Value;
}

/** A function that decides itself whether and when to evaluate its arguments. */
export interface LazyFunction {
  evaluateCall(call: FunctionCall, scope: Scope, evaluate: Evaluate): Value;
}

export interface CallContext {
  readonly at: Location;
  readonly scope: Scope;
  readonly evaluate: Evaluate;
}

/** The arguments, converted to the types of their parameters. */
export class Arguments {
  readonly values: readonly Value[];

  constructor(values: readonly Value[]) {
    this.values = values;
  }

  get count(): number {
    return this.values.length;
  }

  /** The argument itself. A call with too few never gets here. */
  value(index: number): Value {
    return this.values[index] ?? errorValue("an argument is missing");
  }

  /** The text of a string parameter that needs everything. */
  text(index: number): string {
    return asKnownString(this.value(index)) ?? "";
  }

  /** The path of a parameter that needs one. */
  path(index: number): FilePath {
    return filePathOf(this.value(index)) ?? { from: "root", path: "" };
  }

  /** The string with its symbols. */
  string(index: number): StringValue {
    const value = this.value(index);
    return value.kind === "string" ? value : stringOf(partsOf(value), value.origins);
  }

  number(index: number): BigFloat {
    const value = this.value(index);
    return value.kind === "number" ? value.value : zero;
  }

  /** Undefined where the number is not whole. */
  integer(index: number): number | undefined {
    return toSafeInteger(this.number(index));
  }

  /** The elements of a list, set or tuple. */
  elements(index: number): readonly Value[] {
    const value = this.value(index);
    return "elements" in value ? value.elements : [];
  }

  from(index: number): readonly Value[] {
    return this.values.slice(index);
  }
}
