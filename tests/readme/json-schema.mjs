// Checks a JSON value against a JSON Schema: the keywords that locales/schema/ uses, and no other. A keyword that it does
// not know is an error, so that no rule is passed over.
const annotations = new Set(['$schema', '$defs', 'title', 'description', 'default', 'examples']);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeTests = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};
const count = (text) => [...text].length;
const isPattern = (pattern, text) => new RegExp(pattern, 'u').test(text);

// Keyword → (its value, the instance, context) → sentences on what is wrong. A keyword of another type of instance holds.
const keywords = {
  type: (types, value) =>
    [types].flat().some((type) => typeTests[type](value)) ? [] : [`must be of type ${[types].flat().join(' or ')}`],
  enum: (values, value) => (values.includes(value) ? [] : [`must be one of ${values.join(', ')}`]),
  const: (wanted, value) => (value === wanted ? [] : [`must be ${wanted}`]),
  minimum: (least, value) => (typeof value === 'number' && value < least ? [`must be at least ${least}`] : []),
  maximum: (most, value) => (typeof value === 'number' && value > most ? [`must be at most ${most}`] : []),
  minLength: (least, value) => (typeof value === 'string' && count(value) < least ? [`is shorter than ${least}`] : []),
  maxLength: (most, value) => (typeof value === 'string' && count(value) > most ? [`is longer than ${most}`] : []),
  pattern: (pattern, value) =>
    typeof value === 'string' && !isPattern(pattern, value) ? [`does not match ${pattern}`] : [],
  items: (schema, value, context) =>
    Array.isArray(value) ? value.flatMap((item, index) => context.check(schema, item, index)) : [],
  uniqueItems: (unique, value) =>
    unique && Array.isArray(value) && new Set(value).size < value.length ? ['has an item twice'] : [],
  required: (names, value) =>
    isObject(value) ? names.filter((name) => !Object.hasOwn(value, name)).map((name) => `lacks "${name}"`) : [],
  minProperties: (least, value) => (isObject(value) && Object.keys(value).length < least ? ['has too few members'] : []),
  maxProperties: (most, value) => (isObject(value) && Object.keys(value).length > most ? ['has too many members'] : []),
  propertyNames: (schema, value, context) =>
    isObject(value) ? Object.keys(value).flatMap((name) => context.check(schema, name, name)) : [],
  properties: (schemas, value, context) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) =>
          Object.hasOwn(schemas, name) ? context.check(schemas[name], value[name], name) : [],
        )
      : [],
  patternProperties: (schemas, value, context) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) =>
          Object.entries(schemas).flatMap(([pattern, schema]) =>
            isPattern(pattern, name) ? context.check(schema, value[name], name) : [],
          ),
        )
      : [],
  additionalProperties: (schema, value, { check, siblings }) =>
    isObject(value)
      ? Object.keys(value)
          .filter((name) => !Object.hasOwn(siblings.properties ?? {}, name))
          .filter((name) => !Object.keys(siblings.patternProperties ?? {}).some((pattern) => isPattern(pattern, name)))
          .flatMap((name) => (schema === false ? [`has no member "${name}"`] : check(schema, value[name], name)))
      : [],
  allOf: (schemas, value, context) => schemas.flatMap((schema) => context.check(schema, value)),
  oneOf: (schemas, value, context) => {
    const fitting = schemas.filter((schema) => context.check(schema, value).length === 0).length;
    return fitting === 1 ? [] : [`fits ${fitting} of ${schemas.length} forms, not one`];
  },
  if: (condition, value, context) => {
    const holds = context.check(condition, value).length === 0;
    return holds && context.siblings.then ? context.check(context.siblings.then, value) : [];
  },
  then: () => [],
  $ref: (reference, value, context) => context.check(context.resolve(reference), value),
};

/** What is wrong with a value, a line each; nothing if it fits. */
export function schemaErrors(root, value) {
  const resolve = (reference) =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .reduce((schema, name) => schema[name], root);
  const check = (schema, instance, path) => {
    const context = { siblings: schema, resolve, check };
    const errors = Object.entries(schema).flatMap(([keyword, argument]) => {
      if (annotations.has(keyword)) {
        return [];
      }
      return keywords[keyword]
        ? keywords[keyword](argument, instance, context)
        : [`the schema has the unknown keyword "${keyword}"`];
    });
    return path === undefined ? errors : errors.map((error) => `/${path}${error.startsWith('/') ? '' : ' '}${error}`);
  };
  return check(root, value);
}
