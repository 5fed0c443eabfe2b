// What every resource is asked: all of its operations, each with its success and the errors that clients know.
import { nobody } from './resources.mjs';

const names = { list: 'List', create: 'Create', retrieve: 'Retrieve', update: 'Update', patch: 'PartialUpdate', destroy: 'Destroy' };
const idsOf = (resource) => resource.ids ?? Object.fromEntries(Object.entries(names).map(([act, ending]) => [act, resource.name + ending]));

let counter = 0;

// `world`: what is there already. `fresh(n)`: what a body needs for itself alone.
export class Walk {
  constructor(client, world, report) {
    Object.assign(this, { client, world, report });
    this.problems = [];
  }

  async #body(resource) {
    counter += 1;
    return resource.body(this.world, counter, resource.fresh ? await resource.fresh(this.client) : {});
  }

  async #expect(...request) {
    const answer = await this.client.expect(...request);
    this.problems.push(...answer.problems);
    return answer;
  }

  #done(id, sentence) {
    this.report.check(`${id}: ${sentence}`, this.problems.splice(0));
  }

  // Without a token, with an unknown one, and without its right.
  async #door(id, request) {
    await this.#expect(id, 401, { ...request, as: '' });
    await this.#expect(id, 401, { ...request, as: 'onbekend' });
    await this.#expect(id, 403, { ...request, as: 'elders' });
  }

  async play(resource) {
    const ids = idsOf(resource);
    const made = await this.create(resource, ids);
    await this.retrieve(resource, ids, made);
    await this.list(resource, ids, made);
    if (ids.update) await this.change(resource, ids, made);
    if (ids.destroy) await this.destroy(resource, ids, made);
  }

  async create(resource, ids) {
    const body = await this.#body(resource);
    await this.#door(ids.create, { body });
    const key = `proef-${counter}`;
    const made = await this.#expect(ids.create, 201, { body, headers: { 'Idempotency-Key': key } });
    const again = await this.#expect(ids.create, 201, { body, headers: { 'Idempotency-Key': key } });
    if (again.text !== made.text) this.problems.push(`the same Idempotency-Key gives another answer: ${again.text.slice(0, 200)}`);
    await this.#expect(ids.create, 422, { body: { ...body, zomaar: 1 }, headers: { 'Idempotency-Key': key } });
    const place = made.headers.get('Location') ?? '';
    if (!place.endsWith(this.client.place + resource.path + '/' + uuidOf(made.body))) this.problems.push(`Location is ${place}`);
    await this.#refused(resource, ids.create, {}, await this.#body(resource));
    await this.#expect(ids.create, 400, { body, raw: '{"naam":' });
    await this.#expect(ids.create, 415, { body, headers: { 'Content-Type': 'text/plain' } });
    this.#done(ids.create, '201 with Location and once for an Idempotency-Key; 400, 401, 403, 415, 422');
    return made.body;
  }

  // Each body beside the whole one, and one with nothing in it.
  async #refused(resource, id, params, body) {
    if (resource.required.length) await this.#expect(id, 400, { params, body: {} }, resource.required.map((name) => [name, 'required']));
    for (const [part, name, code] of resource.refused) await this.#expect(id, 400, { params, body: { ...body, ...part } }, [[name, code]]);
    await this.#expect(id, 400, { params, body: [] });
  }

  async retrieve(resource, ids, made) {
    const params = { uuid: uuidOf(made) };
    await this.#door(ids.retrieve, { params });
    const read = await this.#expect(ids.retrieve, 200, { params });
    if (JSON.stringify(read.body) !== JSON.stringify(made)) this.problems.push(`reads ${read.text.slice(0, 300)} and not what was made`);
    await this.#expect(ids.retrieve, 404, { params: nobody });
    await this.#expect(ids.retrieve, 404, { params: { uuid: 'geen-uuid' } });
    await this.#expect(ids.retrieve, 400, { params, query: 'zomaar=1' });
    const tag = read.headers.get('ETag');
    if (tag) await this.#expect(ids.retrieve, 304, { params, headers: { 'If-None-Match': tag } });
    else if (!resource.hasNoTag) this.problems.push('no ETag');
    this.#done(ids.retrieve, '200 as it was made; 304, 400, 401, 403, 404');
  }

  async list(resource, ids, made) {
    await this.#door(ids.list, {});
    const all = await this.#expect(ids.list, 200);
    const rows = resource.isWhole ? all.body : all.body?.results;
    if (!(rows ?? []).some((one) => uuidOf(one) === uuidOf(made))) this.problems.push('what was made is not in the list');
    await this.#expect(ids.list, 400, { query: 'zomaar=1' });
    if (resource.isWhole) return this.#done(ids.list, '200 with what was made; 400, 401, 403');
    const page = await this.#expect(ids.list, 200, { query: 'pageSize=1' });
    if (page.body?.results?.length !== 1 || page.body.count !== all.body?.count) this.problems.push(`pageSize=1 gives ${page.text.slice(0, 200)}`);
    if (all.body?.count > 1) {
      const second = await this.#expect(ids.list, 200, { query: 'pageSize=1&page=2' });
      if (!page.body?.next?.endsWith('?page=2&pageSize=1')) this.problems.push(`next is ${page.body?.next}`);
      if (!second.body?.previous?.endsWith('?pageSize=1')) this.problems.push(`previous is ${second.body?.previous}`);
      if (uuidOf(second.body?.results?.[0]) === uuidOf(page.body?.results?.[0])) this.problems.push('page 2 repeats page 1');
      if (!/rel="next"/.test(page.headers.get('Link') ?? '')) this.problems.push(`Link is ${page.headers.get('Link')}`);
    }
    await this.#expect(ids.list, 404, { query: 'page=9999' });
    await this.#expect(ids.list, 404, { query: 'page=nul' });
    this.#done(ids.list, '200 with what was made, in pages; 400, 401, 403, 404');
  }

  async change(resource, ids, made) {
    const params = { uuid: uuidOf(made) };
    const part = resource.change(this.world, counter);
    for (const [id, body] of [[ids.update, { ...resource.whole?.(made) ?? made, ...part }], [ids.patch, part]]) {
      await this.#door(id, { params, body });
      await this.#expect(id, 404, { params: nobody, body });
      await this.#expect(id, 415, { params, body, headers: { 'Content-Type': 'text/plain' } });
      if (!resource.hasNoTag) await this.#expect(id, 412, { params, body, headers: { 'If-Match': '"0"' } });
      if (id === ids.update) await this.#refused(resource, id, params, body);
      else for (const [wrong, name, code] of resource.refused) if (!resource.onlyWhole?.includes(name)) await this.#expect(id, 400, { params, body: wrong }, [[name, code]]);
      const tag = (await this.#expect(ids.retrieve, 200, { params })).headers.get('ETag');
      const changed = await this.#expect(id, 200, { params, body, headers: tag ? { 'If-Match': tag } : {} });
      for (const [name, value] of Object.entries(part))
        if (typeof value !== 'object' && changed.body?.[name] !== value) this.problems.push(`${name} is ${JSON.stringify(changed.body?.[name])} after the change`);
      const read = await this.#expect(ids.retrieve, 200, { params });
      if (JSON.stringify(read.body) !== JSON.stringify(changed.body)) this.problems.push('reads otherwise than it was changed');
      this.#done(id, '200 as it was changed, with its ETag; 400, 401, 403, 404, 412, 415');
    }
  }

  async destroy(resource, ids, made) {
    const params = { uuid: uuidOf(made) };
    await this.#door(ids.destroy, { params });
    await this.#expect(ids.destroy, 404, { params: nobody });
    if (!resource.hasNoTag) await this.#expect(ids.destroy, 412, { params, headers: { 'If-Match': '"0"' } });
    await this.#expect(ids.destroy, 400, { params, query: 'zomaar=1' });
    await this.#expect(ids.destroy, 204, { params });
    await this.#expect(ids.retrieve, 404, { params });
    await this.#expect(ids.destroy, 404, { params });
    this.#done(ids.destroy, '204, and it is gone; 400, 401, 403, 404, 412');
  }
}

// Notificaties name their resources by url only.
export const uuidOf = (one) => one?.uuid ?? one?.url?.split('/').at(-1);
