/** A JSON document of unknown shape. */
type Node = { readonly [name: string]: Node } & { readonly [place: number]: Node };

interface Met {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  /** Undefined where the answer has none. */
  readonly body: unknown;
}

/**
 * What is wrong with an answer by the OpenAPI 3.1 document: empty when the
 * document describes its call, its status, its type of content and every part
 * of its body. A keyword that is not known here is an error, so that nothing
 * goes by unchecked.
 */
export function faultsOf(document: unknown, met: Met): string[] {
  const root = document as Node;
  const call = callOf(root, met);
  if (!call) return [`${met.method} ${met.path} is not in the document`];
  const response = call.responses?.[String(met.status)];
  if (!response) return [`${met.method} ${met.path} may not answer ${met.status}`];
  const contents = Object.entries(response.content ?? {});
  if (met.body === undefined) return contents.length === 0 || met.status === 304 ? [] : ["there is no body"];
  const found = contents.find(([type]) => met.contentType?.startsWith(type));
  if (!found) return [`${met.contentType} is not described for ${met.status}`];
  return check(root, found[1].schema ?? never(), met.body, `${met.status} `);
}

/** The description of a call; an address without parameters goes before one with. */
function callOf(root: Node, { method, path }: Met): Node | undefined {
  const wanted = method === "HEAD" ? "get" : method.toLowerCase();
  const matching = Object.keys(root.paths ?? {}).filter((pattern) =>
    new RegExp(`^${pattern.replace(/\./g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  const exact = matching.find((pattern) => pattern === path) ?? matching[0];
  return exact === undefined ? undefined : root.paths?.[exact]?.[wanted];
}

type Rule = (root: Node, schema: Node, value: unknown, at: string) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (rule: (wanted: Node, value: string) => boolean, name: string): Rule => {
  return (_root, schema, value, at) =>
    typeof value !== "string" || rule(schema[name] ?? never(), value) ? [] : [`${at} breaks ${name}: ${value}`];
};
const figure = (rule: (wanted: number, value: number) => boolean, name: string): Rule => {
  return (_root, schema, value, at) =>
    typeof value !== "number" || rule(Number(schema[name]), value) ? [] : [`${at} breaks ${name}: ${value}`];
};
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const length = (value: string) => [...value].length;
const nothing: Rule = () => [];

const formats: Record<string, (value: string) => boolean> = {
  "date-time": (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && new Date(value).toISOString().startsWith(value),
  uri: (value) => URL.canParse(value),
};

const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

const rules: Record<string, Rule> = {
  $ref: (root, schema, value, at) => check(root, resolve(root, String(schema.$ref)), value, at),
  type: (_root, schema, value, at) => {
    const wanted = Array.isArray(schema.type) ? schema.type.map(String) : [String(schema.type)];
    return wanted.some((type) => types[type]?.(value)) ? [] : [`${at} is not ${wanted.join(" or ")}`];
  },
  const: (_root, schema, value, at) => (same(schema.const, value) ? [] : [`${at} is not ${String(schema.const)}`]),
  enum: (_root, schema, value, at) =>
    Object.values(schema.enum ?? {}).some((one) => same(one, value))
      ? []
      : [`${at} is none of the known values: ${String(value)}`],
  properties: (root, schema, value, at) =>
    isObject(value)
      ? Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
          name in value ? check(root, inner, value[name], `${at}/${name}`) : [],
        )
      : [],
  required: (_root, schema, value, at) =>
    isObject(value)
      ? Object.values(schema.required ?? {})
          .map(String)
          .flatMap((name) => (name in value ? [] : [`${at} has no ${name}`]))
      : [],
  additionalProperties: (root, schema, value, at) => {
    if (!isObject(value)) return [];
    const more = Object.keys(value).filter((name) => !(name in (schema.properties ?? {})));
    const rule: unknown = schema.additionalProperties;
    if (rule === false) return more.map((name) => `${at} has ${name}, which is not described`);
    return more.flatMap((name) => check(root, schema.additionalProperties ?? never(), value[name], `${at}/${name}`));
  },
  propertyNames: (root, schema, value, at) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) => check(root, schema.propertyNames ?? never(), name, `${at}/${name}`))
      : [],
  items: (root, schema, value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, place) => check(root, schema.items ?? never(), item, `${at}/${place}`))
      : [],
  anyOf: (root, schema, value, at) => {
    const tried = Object.values(schema.anyOf ?? {}).map((one) => check(root, one, value, at));
    return tried.some((faults) => faults.length === 0) ? [] : tried.flat();
  },
  oneOf: (root, schema, value, at) => {
    const tried = Object.values(schema.oneOf ?? {}).map((one) => check(root, one, value, at));
    const fits = tried.filter((faults) => faults.length === 0).length;
    return fits === 1 ? [] : fits > 1 ? [`${at} fits ${fits} of oneOf`] : tried.flat();
  },
  pattern: text((wanted, value) => new RegExp(String(wanted), "u").test(value), "pattern"),
  format: text((wanted, value) => (formats[String(wanted)] ?? never)(value), "format"),
  minLength: text((wanted, value) => length(value) >= Number(wanted), "minLength"),
  maxLength: text((wanted, value) => length(value) <= Number(wanted), "maxLength"),
  minimum: figure((wanted, value) => value >= wanted, "minimum"),
  maximum: figure((wanted, value) => value <= wanted, "maximum"),
  exclusiveMinimum: figure((wanted, value) => value > wanted, "exclusiveMinimum"),
  discriminator: nothing,
  description: nothing,
  default: nothing,
  example: nothing,
};

function check(root: Node, schema: Node, value: unknown, at: string): string[] {
  return Object.keys(schema).flatMap((keyword) => (rules[keyword] ?? never)(root, schema, value, at));
}

function resolve(root: Node, ref: string): Node {
  return ref
    .slice(2)
    .split("/")
    .reduce((node, part) => node[part] ?? never(), root);
}

function never(): never {
  throw new Error("the document has a part that this check does not know");
}
