/**
 * What a change of some declarations can have an effect on, with all that its meaning depends on: who refers to them,
 * and the integrations, roles and attachments that have to do with these. About the rest of the module there is
 * nothing new to say.
 */
import { viewsOf } from "../../analysis/moduleView.ts";
import { roleOfSubject } from "../../analysis/trust/roleOfSubject.ts";
import { subjectsOf } from "../../analysis/trust/subjects.ts";
import { textOf } from "../../base/span.ts";
import { attributeOf } from "../../terraform/block.ts";
import { dependenciesOf, usersOf } from "../../terraform/dependencies.ts";
import { declarationOf, declarationsOfType, type Module } from "../../terraform/module.ts";
import { moduleReferences } from "../../terraform/moduleReferences.ts";
import { referenceOf, type Reference } from "../../terraform/references.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { rolesNamedIn } from "./namedRoles.ts";

/** How much counts around an address: what it refers to; what it is connected with; and whoever refers to it. */
type Reach = "meaning" | "connections" | "users";

const breadth: Readonly<Record<Reach, number>> = { meaning: 0, connections: 1, users: 2 };

interface Step {
  readonly address: string;
  readonly reach: Reach;
}

/** `referred` is what the changed declarations refer to from now on. */
export function relatedTo(
  snapshot: Snapshot,
  changed: readonly string[],
  referred: readonly string[],
): ReadonlySet<string> {
  const connections = connectionsIn(snapshot);
  const reached = new Map<string, Reach>();
  const queue: Step[] = [
    ...steps(changed, "users"),
    ...steps(referred, "connections"),
    ...steps(connections.calls, "meaning"),
    ...steps(connections.astray, "users"),
    ...steps([...connections.loose].slice(0, enough), "meaning"),
  ];
  for (const step of queue) {
    const known = reached.get(step.address);
    if (known !== undefined && breadth[known] >= breadth[step.reach]) continue;
    reached.set(step.address, step.reach);
    queue.push(...stepsFrom(snapshot.module, connections, step));
  }
  return new Set(reached.keys());
}

function steps(addresses: Iterable<string>, reach: Reach): readonly Step[] {
  return [...addresses].map((address) => ({ address, reach }));
}

function stepsFrom(module: Module, connections: Connections, { address, reach }: Step): readonly Step[] {
  const references = dependenciesOf(module, address).map(({ to }) => to);
  if (reach === "meaning") return steps(references, "meaning");
  const { byName, inLocal, isJudged, targets, autoattaching, loose, integrations } = connections;
  return [
    ...steps(references, "connections"),
    ...steps(reach === "users" || isJudged(address) ? usersOf(module, address) : [], "users"),
    ...steps(byName.get(address) ?? [], "users"),
    ...steps(inLocal(address), "users"),
    ...steps(autoattaching.has(address) ? targets : [], "meaning"),
    ...steps(reach === "users" && targets.has(address) ? autoattaching : [], "users"),
    ...steps(reach === "users" && loose.has(address) ? [...loose, ...integrations] : [], "users"),
  ];
}

/** What belongs together in a module without a reference. */
interface Connections {
  /** A module that is called may hold a role that is named here, or attachments. */
  readonly calls: readonly string[];
  /** The role that an integration names in its ARN, and the integrations that name a role. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** Roles that a local names: what refers to it may get to name them. */
  readonly inLocal: (address: string) => readonly string[];
  /** Integrations and roles: whoever refers to one counts, since they are judged together. */
  readonly isJudged: (address: string) => boolean;
  /** Integrations that attach themselves by label, and what they may attach themselves to. */
  readonly autoattaching: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** Attachments that do not say whose they are: they may be those of any integration. */
  readonly loose: ReadonlySet<string>;
  readonly integrations: readonly string[];
  /** What refers to something that is not declared: an edit may declare it. */
  readonly astray: readonly string[];
}

/** As many as it takes that one is left when an edit removes one. */
const enough = 2;

const known = new WeakMap<Snapshot, Connections>();

function connectionsIn(snapshot: Snapshot): Connections {
  const found = known.get(snapshot) ?? findConnections(snapshot);
  known.set(snapshot, found);
  return found;
}

const judgedTypes = [
  "aws_iam_role",
  "spacelift_aws_integration",
  "spacelift_aws_role",
  "spacelift_stack_aws_role",
];
const targetTypes = ["spacelift_stack", "spacelift_module", "spacelift_space"];

function findConnections(snapshot: Snapshot): Connections {
  const { module } = snapshot;
  const judged = new Set(judgedTypes.flatMap((type) => addressesOfType(module, type)));
  const integrations = declarationsOfType(module, "resource", "spacelift_aws_integration");
  const autoattaching = integrations
    .filter(({ block }) => attributeOf(block, "autoattach_enabled"))
    .map(({ address }) => address);
  return {
    calls: module.declarations.filter(({ kind }) => kind === "module").map(({ address }) => address),
    byName: namesIn(snapshot),
    inLocal: (address) => {
      const local = declarationOf(module, address);
      if (local?.kind !== "local") return [];
      return rolesNamedIn(snapshot, textOf(local.file.syntax.text, local.attribute.value));
    },
    isJudged: (address) => judged.has(address),
    autoattaching: new Set(autoattaching),
    targets: new Set(targetTypes.flatMap((type) => addressesOfType(module, type))),
    loose: new Set(looseAttachments(module)),
    integrations: integrations.map(({ address }) => address),
    astray: moduleReferences(module).flatMap(({ reference, owner }) =>
      owner && isDeclarable(reference) && !module.byAddress.has(reference.address) ? [owner.address] : [],
    ),
  };
}

function isDeclarable({ kind }: Reference): boolean {
  return kind === "resource" || kind === "data" || kind === "local" || kind === "module";
}

function looseAttachments(module: Module): readonly string[] {
  return declarationsOfType(module, "resource", "spacelift_aws_integration_attachment")
    .filter(({ block }) => {
      const id = attributeOf(block, "integration_id");
      const reference = id && referenceOf(id.value);
      return reference?.type !== "spacelift_aws_integration" || !module.byAddress.has(reference.address);
    })
    .map(({ address }) => address);
}

function addressesOfType(module: Module, type: string): readonly string[] {
  return declarationsOfType(module, "resource", type).map(({ address }) => address);
}

function namesIn(snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    found.set(from, (found.get(from) ?? new Set()).add(to));
  };
  for (const view of viewsOf(snapshot)) {
    for (const subject of subjectsOf(view)) {
      const named = roleOfSubject(view, subject);
      if (named.kind === "unjudged" || named.role.view.module !== snapshot.module) continue;
      const [integration, role] = [subject.block.declaration.address, named.role.declaration.address];
      connect(integration, role);
      connect(role, integration);
    }
  }
  return found;
}
