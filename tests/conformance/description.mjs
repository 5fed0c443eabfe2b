// An OpenAPI 3.0 description: its operations, and answers held against the schemas in it.
import Ajv from 'ajv/dist/2019.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const formats = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^(https?:\/\/|urn:)\S+$/,
};

// In an answer, an optional text that is empty is "", which the patterns and least lengths of the standard do not foresee.
const orEmpty = (schema) => {
  if (schema.type !== 'string' || !(schema.pattern || schema.minLength || schema.format || schema.enum)) return schema;
  return { anyOf: [schema, { const: '' }] };
};

// From OpenAPI 3.0 to JSON Schema 2019-09, in which what is not described is refused where an object stands.
function translate(schema, leniency, place = 'use') {
  if (Array.isArray(schema)) return schema.map((one) => translate(one, leniency, place));
  if (!schema || typeof schema !== 'object') return schema;
  const { nullable, discriminator, readOnly, writeOnly, example, deprecated, xml, externalDocs, description, title, default: standard, ...rest } = schema;
  if (rest.$ref) return place === 'use' ? { $ref: rest.$ref, unevaluatedProperties: false } : { $ref: rest.$ref };
  if (rest.properties) rest.properties = Object.fromEntries(Object.entries(rest.properties).map(([name, one]) => [name, translate(one, leniency)]));
  for (const word of ['items', 'additionalProperties', 'not']) if (rest[word] && typeof rest[word] === 'object') rest[word] = translate(rest[word], leniency);
  if (discriminator?.mapping && rest.oneOf) {
    // The value says itself which of them it is.
    const { propertyName: name, mapping } = discriminator;
    const values = Object.entries(mapping);
    rest.allOf = [...(rest.allOf ?? []), { required: [name], properties: { [name]: { enum: values.map(([value]) => value) } } },
      ...values.map(([value, $ref]) => ({ if: { properties: { [name]: { const: value } } }, then: { $ref } }))];
    delete rest.oneOf;
  }
  for (const word of ['allOf', 'anyOf', 'oneOf']) if (rest[word]) rest[word] = translate(rest[word], leniency, 'part');
  const isOpen = !rest.properties && !rest.allOf && !rest.anyOf && !rest.oneOf;
  const closed = place === 'use' && !isOpen && !('additionalProperties' in rest) ? { ...rest, unevaluatedProperties: false } : rest;
  const whole = leniency.emptyTexts ? orEmpty(closed) : closed;
  return nullable ? { anyOf: [whole, { type: 'null' }] } : whole;
}

export class Description {
  // `leniency.emptyTexts`: "" fits every text.
  constructor(document, leniency = {}) {
    this.document = document;
    this.leniency = leniency;
    this.ajv = new Ajv({ strict: false, allErrors: true, formats });
    this.compiled = new Map();
    const schemas = Object.entries(document.components?.schemas ?? {});
    this.ajv.addSchema({ $id: 'openapi', components: { schemas: Object.fromEntries(schemas.map(([name, one]) => [name, translate(one, leniency, 'part')])) } });
    this.operations = new Map();
    for (const [path, item] of Object.entries(document.paths))
      for (const method of methods)
        if (item[method]) {
          const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((one) => this.#resolved(one));
          this.operations.set(item[method].operationId, { id: item[method].operationId, method: method.toUpperCase(), path, parameters, ...item[method], parameters });
        }
  }

  #resolved(node) {
    if (!node?.$ref) return node;
    return node.$ref.slice(2).split('/').reduce((at, name) => at[name], this.document);
  }

  // What is wrong with an answer to the operation; a line each.
  faults(id, answer) {
    const operation = this.operations.get(id);
    if (!operation) return [`${id} is not described`];
    const response = this.#resolved(operation.responses[answer.status] ?? operation.responses[`${String(answer.status)[0]}XX`] ?? operation.responses.default);
    if (!response) return [`status ${answer.status} is not described`];
    const content = response.content ?? {};
    const type = (answer.type ?? '').split(';')[0];
    if (!Object.keys(content).length) return answer.text ? [`${answer.status} has a body, which is not described`] : [];
    const schema = (content[type] ?? content['*/*'])?.schema;
    if (!schema) return [`the type ${type || 'none'} of the ${answer.status} is not described`];
    const missing = Object.entries(response.headers ?? {}).filter(([name, header]) => this.#resolved(header).required && !answer.headers.has(name)).map(([name]) => `the header ${name} is missing`);
    return [...missing, ...this.fits(schema, answer.body, `${id} ${answer.status}`)];
  }

  fits(schema, value, name) {
    const key = JSON.stringify(schema);
    if (!this.compiled.has(key)) {
      const text = JSON.stringify(translate(schema, this.leniency)).replaceAll('"$ref":"#/', '"$ref":"openapi#/');
      this.compiled.set(key, this.ajv.compile(JSON.parse(text)));
    }
    const validate = this.compiled.get(key);
    if (validate(value)) return [];
    const lines = validate.errors.map((error) => `${name}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`.slice(0, 300));
    return [...new Set(lines)];
  }
}
