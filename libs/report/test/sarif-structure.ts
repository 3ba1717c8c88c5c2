/**
 * The part of SARIF 2.1.0 (OASIS, sections 3.13 to 3.52) that a report uses: of each object the properties it must have, those it
 * may have, and what they hold. Written from the text of the standard.
 */
interface Shape {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Check>>;
}
type Check = (value: unknown, path: string) => string[];

const is =
  (what: string, test: (value: unknown) => boolean): Check =>
  (value, path) =>
    test(value) ? [] : [`${path} is no ${what}`];
const text = is('string', (value) => typeof value === 'string');
const truth = is('boolean', (value) => typeof value === 'boolean');
const from = (least: number): Check =>
  is(`integer from ${least}`, (value) => Number.isInteger(value) && (value as number) >= least);
const oneOf = (...words: readonly string[]): Check =>
  is(`one of ${words.join()}`, (value) => words.includes(value as string));
const matching = (form: RegExp): Check =>
  is(`text of the form ${form}`, (value) => typeof value === 'string' && form.test(value));
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = is('property bag', isObject);
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((each, at) => check(each, `${path}[${at}]`))
      : [`${path} is no array`];

function object({ required = [], properties }: Shape): Check {
  return (value, path) => {
    if (!isObject(value)) return [`${path} is no object`];
    const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
    const held = Object.entries(value).flatMap(([name, each]) => {
      const check = properties[name];
      return check === undefined ? [`${path}.${name} is not of SARIF`] : check(each, `${path}.${name}`);
    });
    return [...missing, ...held];
  };
}

const message = object({ required: ['text'], properties: { text } });
const level = oneOf('none', 'note', 'warning', 'error');
const descriptor = object({
  required: ['id'],
  properties: {
    id: text,
    shortDescription: message,
    help: message,
    defaultConfiguration: object({ properties: { level } }),
  },
});
const location = object({
  properties: {
    id: from(0),
    message,
    physicalLocation: object({
      required: ['artifactLocation'],
      properties: {
        artifactLocation: object({ required: ['uri'], properties: { uri: text } }),
        region: object({ required: ['startLine'], properties: { startLine: from(1) } }),
      },
    }),
    logicalLocations: listOf(object({ properties: { fullyQualifiedName: text, kind: text } })),
  },
});
const result = object({
  required: ['message', 'ruleId', 'ruleIndex'],
  properties: {
    ruleId: text,
    ruleIndex: from(0),
    level,
    message,
    locations: listOf(location),
    relatedLocations: listOf(location),
    occurrenceCount: from(1),
    properties: bag,
  },
});
const run = object({
  required: ['tool', 'results'],
  properties: {
    tool: object({
      required: ['driver'],
      properties: {
        driver: object({
          required: ['name'],
          properties: { name: text, version: text, rules: listOf(descriptor) },
        }),
      },
    }),
    language: matching(/^[a-z]{2}(-[A-Z]{2})?$/),
    columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
    invocations: listOf(
      object({ required: ['executionSuccessful'], properties: { executionSuccessful: truth } }),
    ),
    results: listOf(result),
    properties: bag,
  },
});
const log = object({
  required: ['version', 'runs'],
  properties: { $schema: matching(/^https:/), version: oneOf('2.1.0'), runs: listOf(run) },
});

/** What in a log breaks the structure of SARIF 2.1.0; empty where nothing does. */
export function sarifDefects(written: unknown): string[] {
  return log(written, '$');
}
