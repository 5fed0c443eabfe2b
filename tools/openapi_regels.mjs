// The NLGov REST API Design Rules (Logius, 2.x) that can be seen in a description, as rules of Spectral, beside the rules of
// Spectral for OpenAPI itself. A rule is named as its text is: /core/... Below: where a standard that we speak asks otherwise.
import functions from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

const { falsy, pattern, schema, truthy } = functions;
const core = (name) => `/core/${name}`;
const error = (description, given, then) => ({ description, message: '{{description}}: {{path}} {{error}}', severity: 'error', given, then });

const answers = '$.paths[*][get,put,post,patch,delete].responses';
const allOf = (names) => ({ function: schema, functionOptions: { schema: { type: 'object', required: names } } });

export const rules = {
  extends: [[rulesets.oas, 'all']],
  rules: {
    [core('doc-openapi')]: error('Describe in OpenAPI 3', '$', { field: 'openapi', function: pattern, functionOptions: { match: '^3\\.' } }),
    [core('doc-openapi-contact')]: error('Say whom to ask', '$.info.contact', allOf(['name', 'url', 'email'])),
    [core('semver')]: error('Number versions as major.minor.patch', '$.info.version', { function: pattern, functionOptions: { match: '^\\d+\\.\\d+\\.\\d+$' } }),
    [core('uri-version')]: error('The address has the major version and no more of it', '$.servers[*].url', { function: pattern, functionOptions: { match: '/v\\d+$' } }),
    [core('transport/tls')]: error('No address without TLS', '$.servers[*].url', { function: pattern, functionOptions: { notMatch: '^http:' } }),
    [core('no-trailing-slash')]: error('No slash at the end', '$.paths', { field: '@key', function: pattern, functionOptions: { notMatch: './$' } }),
    [core('path-segments-kebab-case')]: error('Lower case, digits and hyphens between words', '$.paths', { field: '@key', function: pattern, functionOptions: { match: '^(/([a-z0-9]+(-[a-z0-9]+)*|\\{[^}]+\\}))*(/_[a-z0-9]+)?$' } }),
    [core('query-keys-camel-case')]: error('Query keys in camelCase', "$.paths[*][get,put,post,patch,delete].parameters[?(@ && @.in == 'query')].name", { function: pattern, functionOptions: { match: '^[a-z][a-zA-Z0-9]*$' } }),
    [core('http-methods')]: error('GET, PUT, POST, PATCH and DELETE only', '$.paths[*]', [{ field: 'options', function: falsy }, { field: 'head', function: falsy }, { field: 'trace', function: falsy }]),
    [core('version-header')]: error('Every answer has API-Version', `${answers}[*].headers`, allOf(['API-Version'])),
    [core('error-handling/problem-details')]: error('Errors are problem+json', `${answers}[?(@property.match(/^[45]/))].content`, allOf(['application/problem+json'])),
    [core('error-handling/invalid-input')]: error('What takes something says 400', '$.paths[*][get,put,post,patch,delete].responses', allOf(['400'])),
    [core('date-time/format')]: error('Days and moments say so', "$.components.schemas[*].properties[?(@property.match(/(Datum|Op)$/))]", {
      function: schema, functionOptions: { schema: { type: 'object', required: ['format'], properties: { format: { enum: ['date', 'date-time'] } } } },
    }),
    [core('doc-language')]: error('Every operation says in words what it does', '$.paths[*][get,put,post,patch,delete]', [{ field: 'summary', function: truthy }, { field: 'description', function: truthy }]),
  },
};

// Where we depart, and why. Each must still be needed.
export const exceptions = [
  {
    rule: core('query-keys-camel-case'), where: /__/,
    why: 'Klantinteracties names filters on what hangs on a resource with two underscores (klantcontact__uuid), and clients send them so.',
  },
];
