// Type-aware linting; formatting is Prettier's alone.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "out", ".cache", "node_modules", "**/*.mjs"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Code points are what is meant where a string is spread.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/prefer-readonly": "error",
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    // The core runs in a browser too: nothing of Node or of the page may leak in.
    files: ["server/src/**"],
    ignores: ["server/src/node.ts", "server/src/nodeFiles.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        "process",
        "Buffer",
        "__dirname",
        "__filename",
        "window",
        "document",
        "require",
      ],
    },
  },
  {
    // Characters and tokens are compared as the numbers that they are: this is the hot path.
    files: ["server/src/hcl/**"],
    rules: {
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
    },
  },
  {
    // `unknown` comes out of promises and JSON in tests too; a test says what it expects of it.
    files: ["test/**"],
    rules: { "no-console": "off" },
  },
);
