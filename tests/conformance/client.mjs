// Asks the program, and holds every answer against our own description and, when it is there, against that of the standard.
export class Client {
  // `beyond`: fields of our own beside those of the standard.
  constructor({ url, place, own, standard, tokens, beyond = [] }) {
    Object.assign(this, { url, place, own, standard, tokens, beyond });
    this.exercised = new Map(); // operationId -> statuses
  }

  // `as`: name of a token, or '' for none. What is wrong with the answer stands in `problems`.
  async ask(id, { params = {}, query = '', body, as = 'alles', headers = {}, raw } = {}) {
    const operation = this.own.operations.get(id);
    if (!operation) return { status: 0, problems: [`${id} is not in our own description`], headers: new Headers() };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => params[name]);
    const sent = { Accept: 'application/json', ...(as ? { Authorization: `Token ${this.tokens[as]}` } : {}), ...headers };
    if (body !== undefined) sent['Content-Type'] ??= 'application/json';
    const target = `${this.url}${this.place}${path}${query ? `?${query}` : ''}`;
    const response = await fetch(target, { method: operation.method, headers: sent, body: raw ?? (body === undefined ? undefined : JSON.stringify(body)) });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, type: response.headers.get('Content-Type'), text, path: `${operation.method} ${path}${query ? `?${query}` : ''}` };
    answer.problems = [];
    try {
      answer.body = text ? JSON.parse(text) : undefined;
    } catch {
      answer.problems.push(`${answer.path}: no JSON: ${text.slice(0, 80)}`);
    }
    if (answer.status !== 304) answer.problems.push(...this.own.faults(id, answer).map((line) => `our own description: ${line}`));
    if (this.standard?.operations.has(id) && response.ok) answer.problems.push(...this.standard.faults(id, { ...answer, body: withoutDeeper(this.#asStandard(answer.body)) }).map((line) => `the standard: ${line}`));
    if (!response.headers.has('API-Version')) answer.problems.push(`${answer.path}: no header API-Version`);
    if (!this.exercised.has(id)) this.exercised.set(id, new Set());
    this.exercised.get(id).add(answer.status);
    return answer;
  }

  #asStandard(body) {
    if (!this.beyond.length || !body) return body;
    return JSON.parse(JSON.stringify(body, (name, value) => (this.beyond.includes(name) ? undefined : value)));
  }

  // As ask(), with what it must be: a status and, of a refusal, the fields: [['naam', 'required']].
  async expect(id, status, request = {}, fields = []) {
    const answer = await this.ask(id, request);
    const { problems } = answer;
    const said = JSON.stringify(answer.body ?? '').slice(0, 300);
    if (answer.status !== status) problems.push(`${answer.path ?? id}: ${answer.status}, not ${status}: ${said}`);
    if (status >= 400) problems.push(...problemFaults(answer, status));
    for (const [name, code] of fields)
      if (!(answer.body?.invalidParams ?? []).some((one) => one.name === name && one.code === code)) problems.push(`${answer.path ?? id}: no ${name} ${code} in ${said}`);
    return answer;
  }
}

// The standard describes one level of _expand, and its servers give what is asked below it.
function withoutDeeper(value, isInside = false) {
  if (Array.isArray(value)) return value.map((one) => withoutDeeper(one, isInside));
  if (!value || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name]) => !(isInside && name === '_expand'));
  return Object.fromEntries(members.map(([name, one]) => [name, withoutDeeper(one, isInside || name === '_expand')]));
}

const codes = { 401: ['not_authenticated', 'authentication_failed'], 403: ['permission_denied'], 404: ['not_found'], 412: ['precondition_failed'], 415: ['unsupported_media_type'] };

function problemFaults(answer, status) {
  const problems = [];
  if (answer.type?.split(';')[0] !== 'application/problem+json') problems.push(`${answer.path}: ${answer.status} is not problem+json but ${answer.type}`);
  const { body } = answer;
  if (body?.status !== answer.status) problems.push(`${answer.path}: its status is ${body?.status}`);
  if (codes[status] && !codes[status].includes(body?.code)) problems.push(`${answer.path}: its code is ${body?.code}`);
  if (status === 401 && !answer.headers.has('WWW-Authenticate')) problems.push(`${answer.path}: no WWW-Authenticate`);
  return problems;
}
