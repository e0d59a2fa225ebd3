/** What is tested of one function of Terraform. */

export interface FunctionCases {
  /** A call, and what it gives, written as an expression too. */
  readonly gives: readonly (readonly [call: string, expected: string])[];
  /** Calls that Terraform fails on. */
  readonly refuses: readonly string[];
}
