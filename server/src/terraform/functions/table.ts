/** Every function of Terraform 1.11 by its name, one line each. */
import type { FunctionDefinition, LazyFunction } from "./definition.ts";
import { abs } from "./abs.ts";
import { alltrue } from "./alltrue.ts";
import { anytrue } from "./anytrue.ts";
import { base64decode } from "./base64decode.ts";
import { base64encode } from "./base64encode.ts";
import { base64sha256 } from "./base64sha256.ts";
import { base64sha512 } from "./base64sha512.ts";
import { basename } from "./basename.ts";
import { can } from "./can.ts";
import { ceil } from "./ceil.ts";
import { chomp } from "./chomp.ts";
import { chunklist } from "./chunklist.ts";
import { cidrhost } from "./cidrhost.ts";
import { cidrnetmask } from "./cidrnetmask.ts";
import { cidrsubnet } from "./cidrsubnet.ts";
import { cidrsubnets } from "./cidrsubnets.ts";
import { coalesce } from "./coalesce.ts";
import { coalescelist } from "./coalescelist.ts";
import { compact } from "./compact.ts";
import { concat } from "./concat.ts";
import { contains } from "./contains.ts";
import { csvdecode } from "./csvdecode.ts";
import { dirname } from "./dirname.ts";
import { distinct } from "./distinct.ts";
import { element } from "./element.ts";
import { endswith } from "./endswith.ts";
import { ephemeralasnull } from "./ephemeralasnull.ts";
import { file } from "./file.ts";
import { filebase64 } from "./filebase64.ts";
import { filebase64sha256 } from "./filebase64sha256.ts";
import { filebase64sha512 } from "./filebase64sha512.ts";
import { fileexists } from "./fileexists.ts";
import { filemd5 } from "./filemd5.ts";
import { fileset } from "./fileset.ts";
import { filesha1 } from "./filesha1.ts";
import { filesha256 } from "./filesha256.ts";
import { filesha512 } from "./filesha512.ts";
import { flatten } from "./flatten.ts";
import { floor } from "./floor.ts";
import { format } from "./format.ts";
import { formatdate } from "./formatdate.ts";
import { formatlist } from "./formatlist.ts";
import { indent } from "./indent.ts";
import { index } from "./index.ts";
import { join } from "./join.ts";
import { jsondecode } from "./jsondecode.ts";
import { jsonencode } from "./jsonencode.ts";
import { keys } from "./keys.ts";
import { length } from "./length.ts";
import { log } from "./log.ts";
import { lookup } from "./lookup.ts";
import { lower } from "./lower.ts";
import { matchkeys } from "./matchkeys.ts";
import { max } from "./max.ts";
import { md5 } from "./md5.ts";
import { merge } from "./merge.ts";
import { min } from "./min.ts";
import { nonsensitive } from "./nonsensitive.ts";
import { one } from "./one.ts";
import { parseint } from "./parseint.ts";
import { pow } from "./pow.ts";
import { range } from "./range.ts";
import { regex } from "./regex.ts";
import { regexall } from "./regexall.ts";
import { replace } from "./replace.ts";
import { reverse } from "./reverse.ts";
import { sensitive } from "./sensitive.ts";
import { setintersection } from "./setintersection.ts";
import { setproduct } from "./setproduct.ts";
import { setsubtract } from "./setsubtract.ts";
import { setunion } from "./setunion.ts";
import { sha1 } from "./sha1.ts";
import { sha256 } from "./sha256.ts";
import { sha512 } from "./sha512.ts";
import { signum } from "./signum.ts";
import { slice } from "./slice.ts";
import { sort } from "./sort.ts";
import { split } from "./split.ts";
import { startswith } from "./startswith.ts";
import { strcontains } from "./strcontains.ts";
import { strrev } from "./strrev.ts";
import { substr } from "./substr.ts";
import { sum } from "./sum.ts";
import { templatefile } from "./templatefile.ts";
import { templatestring } from "./templatestring.ts";
import { textdecodebase64 } from "./textdecodebase64.ts";
import { textencodebase64 } from "./textencodebase64.ts";
import { timeadd } from "./timeadd.ts";
import { timecmp } from "./timecmp.ts";
import { title } from "./title.ts";
import { tobool } from "./tobool.ts";
import { tolist } from "./tolist.ts";
import { tomap } from "./tomap.ts";
import { tonumber } from "./tonumber.ts";
import { toset } from "./toset.ts";
import { tostring } from "./tostring.ts";
import { transpose } from "./transpose.ts";
import { trim } from "./trim.ts";
import { trimprefix } from "./trimprefix.ts";
import { trimspace } from "./trimspace.ts";
import { trimsuffix } from "./trimsuffix.ts";
import { tryFunction } from "./try.ts";
import { upper } from "./upper.ts";
import { urlencode } from "./urlencode.ts";
import { uuidv5 } from "./uuidv5.ts";
import { values } from "./values.ts";
import { yamldecode } from "./yamldecode.ts";
import { yamlencode } from "./yamlencode.ts";
import { zipmap } from "./zipmap.ts";

const functions: ReadonlyMap<string, FunctionDefinition | LazyFunction> = new Map<
  string,
  FunctionDefinition | LazyFunction
>([
  ["abs", abs],
  ["alltrue", alltrue],
  ["anytrue", anytrue],
  ["base64decode", base64decode],
  ["base64encode", base64encode],
  ["base64sha256", base64sha256],
  ["base64sha512", base64sha512],
  ["basename", basename],
  ["can", can],
  ["ceil", ceil],
  ["chomp", chomp],
  ["chunklist", chunklist],
  ["cidrhost", cidrhost],
  ["cidrnetmask", cidrnetmask],
  ["cidrsubnet", cidrsubnet],
  ["cidrsubnets", cidrsubnets],
  ["coalesce", coalesce],
  ["coalescelist", coalescelist],
  ["compact", compact],
  ["concat", concat],
  ["contains", contains],
  ["csvdecode", csvdecode],
  ["dirname", dirname],
  ["distinct", distinct],
  ["element", element],
  ["endswith", endswith],
  ["ephemeralasnull", ephemeralasnull],
  ["file", file],
  ["filebase64", filebase64],
  ["filebase64sha256", filebase64sha256],
  ["filebase64sha512", filebase64sha512],
  ["fileexists", fileexists],
  ["filemd5", filemd5],
  ["fileset", fileset],
  ["filesha1", filesha1],
  ["filesha256", filesha256],
  ["filesha512", filesha512],
  ["flatten", flatten],
  ["floor", floor],
  ["format", format],
  ["formatdate", formatdate],
  ["formatlist", formatlist],
  ["indent", indent],
  ["index", index],
  ["join", join],
  ["jsondecode", jsondecode],
  ["jsonencode", jsonencode],
  ["keys", keys],
  ["length", length],
  ["log", log],
  ["lookup", lookup],
  ["lower", lower],
  ["matchkeys", matchkeys],
  ["max", max],
  ["md5", md5],
  ["merge", merge],
  ["min", min],
  ["nonsensitive", nonsensitive],
  ["one", one],
  ["parseint", parseint],
  ["pow", pow],
  ["range", range],
  ["regex", regex],
  ["regexall", regexall],
  ["replace", replace],
  ["reverse", reverse],
  ["sensitive", sensitive],
  ["setintersection", setintersection],
  ["setproduct", setproduct],
  ["setsubtract", setsubtract],
  ["setunion", setunion],
  ["sha1", sha1],
  ["sha256", sha256],
  ["sha512", sha512],
  ["signum", signum],
  ["slice", slice],
  ["sort", sort],
  ["split", split],
  ["startswith", startswith],
  ["strcontains", strcontains],
  ["strrev", strrev],
  ["substr", substr],
  ["sum", sum],
  ["templatefile", templatefile],
  ["templatestring", templatestring],
  ["textdecodebase64", textdecodebase64],
  ["textencodebase64", textencodebase64],
  ["timeadd", timeadd],
  ["timecmp", timecmp],
  ["title", title],
  ["tobool", tobool],
  ["tolist", tolist],
  ["tomap", tomap],
  ["tonumber", tonumber],
  ["toset", toset],
  ["tostring", tostring],
  ["transpose", transpose],
  ["trim", trim],
  ["trimprefix", trimprefix],
  ["trimspace", trimspace],
  ["trimsuffix", trimsuffix],
  ["try", tryFunction],
  ["upper", upper],
  ["urlencode", urlencode],
  ["uuidv5", uuidv5],
  ["values", values],
  ["yamldecode", yamldecode],
  ["yamlencode", yamlencode],
  ["zipmap", zipmap],
]);

/** What depends on the clock, on chance, or on where Terraform runs. */
const notReproducible: ReadonlySet<string> = new Set([
  "abspath",
  "bcrypt",
  "pathexpand",
  "plantimestamp",
  "timestamp",
  "uuid",
]);

/** What this evaluator leaves alone: secrets, what is sensitive, and bytes that depend on a compressor. */
const unsupported: ReadonlySet<string> = new Set(["base64gzip", "issensitive", "rsadecrypt"]);

/** Functions of providers are known to the providers alone. */
export function findFunction(
  name: string,
): FunctionDefinition | LazyFunction | "unknown" | "unsupported" | "not reproducible" {
  const found = functions.get(name);
  if (found !== undefined) return found;
  if (notReproducible.has(name)) return "not reproducible";
  return unsupported.has(name) || name.startsWith("provider::") ? "unsupported" : "unknown";
}

/** The names of all functions that exist, evaluated here or not. */
export const functionNames: readonly string[] = [
  ...functions.keys(),
  ...notReproducible,
  ...unsupported,
].sort();
