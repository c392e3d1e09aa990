#!/usr/bin/env node
// Verifies the pacts of pact_broker-client against a broker; see README.md. Exit status 0: every interaction passed.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const [broker, ...files] = process.argv.slice(2);
if (!broker || !files.length) { console.error('usage: verify.mjs BROKER_URL PACT_FILE...'); process.exit(2); }
const base = broker.replace(/\/$/, '');
const scratch = mkdtempSync(join(tmpdir(), 'client-pacts-'));
let names = new Map(); // identifiers of the pacts -> identifiers of the broker

const HAL = { accept: 'application/hal+json' };
async function call(method, path, body) {
  const patch = method === 'PATCH';
  const r = await fetch(path.startsWith('http') ? path : base + path, { method, headers: { ...HAL, ...(body !== undefined && { 'content-type': patch ? 'application/merge-patch+json' : 'application/json' }) }, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await r.text();
  if (!r.ok && method !== 'DELETE') throw new Error(`${method} ${path}: ${r.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

async function empty() {
  names = new Map();
  for (const link of (await call('GET', '/webhooks'))._links['pb:webhooks'] || []) await call('DELETE', link.href);
  for (const list of ['environments', 'pacticipants']) for (const x of (await call('GET', `/${list}`))._embedded[list]) await call('DELETE', x._links.self.href);
}

const e = encodeURIComponent;
const pacticipant = name => call('POST', '/pacticipants', { name });
const version = (name, number) => call('PUT', `/pacticipants/${e(name)}/versions/${e(number)}`, {});
const tag = (name, number, t) => call('PUT', `/pacticipants/${e(name)}/versions/${e(number)}/tags/${e(t)}`, {});
const branch = (name, number, b) => call('PUT', `/pacticipants/${e(name)}/branches/${e(b)}/versions/${e(number)}`, {});
const some = content => [{ description: `content ${content}`, request: { method: 'GET', path: '/' }, response: { status: 200 } }];
const pact = (consumer, number, provider, interactions = some(number)) => call('PUT', `/pacts/provider/${e(provider)}/consumer/${e(consumer)}/version/${e(number)}`, { consumer: { name: consumer }, provider: { name: provider }, interactions, metadata: { pactSpecification: { version: '2.0.0' } } });
async function result(consumer, number, provider, providerVersion, success = true) {
  const doc = await call('GET', `/pacts/provider/${e(provider)}/consumer/${e(consumer)}/version/${e(number)}`);
  await call('POST', doc._links['pb:publish-verification-results'].href, { success, providerApplicationVersion: providerVersion });
}
async function environment(name, known) {
  const made = await call('POST', '/environments', { name, displayName: name, production: false, contacts: [{ name: 'foo', details: { emailAddress: 'foo@bar.com' } }] });
  if (known) names.set(known, made.uuid);
  return made.uuid;
}
async function deployed(name, number, env, known, applicationInstance) {
  const made = await call('POST', `/pacticipants/${e(name)}/versions/${e(number)}/deployed-versions/environment/${env}`, applicationInstance ? { applicationInstance } : {});
  names.set(known, made.uuid);
}
const SHA = '5556b8149bf8bac76bc30f50a8a2dd4c22c85f30', ENV1 = '16926ef3-590f-4e3f-838e-719717aa88c9', ENV2 = 'cb632df3-0a0d-4227-aac3-60114dd36479', DEPLOYED = 'ff3adecf-cfc5-4653-a4e3-f1861092f8e0';
const verified = consumer => async () => {
  await pact(consumer, '1.2.3', 'Bar'); await result(consumer, '1.2.3', 'Bar', '4.5.6'); await result(consumer, '1.2.3', 'Bar', '7.8.9');
  await pact(consumer, '2.0.0', 'Bar'); await result(consumer, '2.0.0', 'Bar', '4.5.6');
};
const failedBy9 = withTag => async () => {
  await pact('Foo', '1.2.3', 'Bar'); await result('Foo', '1.2.3', 'Bar', '4.5.6'); if (withTag) await tag('Bar', '4.5.6', 'prod');
  await pact('Foo', '1.2.4', 'Bar'); await result('Foo', '1.2.4', 'Bar', '9.9.9', false);
};
const condorsPact = t => async () => { await pacticipant('Condor'); await version('Condor', '1.3.0'); if (t) await tag('Condor', '1.3.0', t); await pacticipant('Pricing Service'); await pact('Condor', '1.3.0', 'Pricing Service', []); };
const fooIn = (...envs) => async () => { await version('Foo', SHA); for (const [name, known] of envs) await environment(name, known); };
const STATES = {
  "'Condor' exists in the pact-broker with the latest tagged 'production' version 1.2.3": async () => { await version('Condor', '1.2.3'); await tag('Condor', '1.2.3', 'production'); await version('Condor', '2.0.0'); },
  "'Condor' exists in the pact-broker with the latest version 1.2.3": async () => { await version('Condor', '1.0.0'); await version('Condor', '1.2.3'); },
  "the 'Pricing Service' and 'Condor' already exist in the pact-broker": async () => { await pacticipant('Condor'); await pacticipant('Pricing Service'); },
  'the pact for Foo Thing version 1.2.3 has been verified by Bar version 4.5.6': verified('Foo Thing'),
  'the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6': verified('Foo'),
  'the pact for Foo version 1.2.3 and 1.2.4 has been verified by Bar version 4.5.6': async () => { for (const v of ['1.2.3', '1.2.4']) { await pact('Foo', v, 'Bar'); await result('Foo', v, 'Bar', '4.5.6'); } },
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6, and 1.2.4 unsuccessfully by 9.9.9': failedBy9(false),
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 with tag prod, and 1.2.4 unsuccessfully by 9.9.9': failedBy9(true),
  'the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6 and version 5.6.7': async () => { await pact('Foo', '1.2.3', 'Bar'); await result('Foo', '1.2.3', 'Bar', '4.5.6'); await result('Foo', '1.2.3', 'Bar', '5.6.7'); },
  'the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 (tagged prod) and version 5.6.7': async () => { await pact('Foo', '1.2.3', 'Bar'); await result('Foo', '1.2.3', 'Bar', '4.5.6'); await tag('Bar', '4.5.6', 'prod'); await result('Foo', '1.2.3', 'Bar', '5.6.7'); },
  "the 'Pricing Service' already exists in the pact-broker": async () => { await call('POST', '/pacticipants', { name: 'Pricing Service', repositoryUrl: 'git@git.realestate.com.au:business-systems/pricing-service' }); await version('Pricing Service', '1.3.0'); },
  'a pact between Condor and the Pricing Service exists': condorsPact(),
  "the 'Pricing Service' and 'Condor' already exist in the pact-broker, and Condor already has a pact published for version 1.3.0": condorsPact(),
  "'Condor' exists in the pact-broker": async () => { await version('Condor', '1.3.0'); },
  "'Condor' exists in the pact-broker with version 1.3.0, tagged with 'prod'": async () => { await version('Condor', '1.3.0'); await tag('Condor', '1.3.0', 'prod'); },
  'a pact between Condor and the Pricing Service exists for the production version of Condor': condorsPact('prod'),
  'a latest pact between Condor and the Pricing Service exists': condorsPact(),
  'tagged as prod pact between Condor and the Pricing Service exists': condorsPact('prod'),
  'a webhook with the uuid 696c5f93-1b7f-44bc-8d03-59440fcaa9a0 exists': async () => { await pacticipant('Condor'); await pacticipant('Pricing Service'); await call('PUT', '/webhooks/696c5f93-1b7f-44bc-8d03-59440fcaa9a0', { consumer: { name: 'Condor' }, provider: { name: 'Pricing Service' }, events: [{ name: 'contract_content_changed' }], request: { method: 'POST', url: 'https://example.org/' } }); },
  'a pacticipant with name Foo exists': () => pacticipant('Foo'),
  'provider Bar version 4.5.6 has a successful verification for Foo version 1.2.3 tagged prod and a failed verification for version 3.4.5 tagged prod': async () => {
    for (const [v, ok] of [['1.2.3', true], ['3.4.5', false]]) { await version('Foo', v); await tag('Foo', v, 'prod'); await pact('Foo', v, 'Bar'); await result('Foo', v, 'Bar', '4.5.6', ok); }
  },
  'an environment exists': () => environment('test', ENV1),
  'an environment with name test exists': () => environment('test', ENV1),
  [`version ${SHA} of pacticipant Foo exists with a test environment available for release`]: fooIn(['test', ENV2]),
  [`version ${SHA} of pacticipant Foo exists with a test environment available for deployment`]: fooIn(['test', ENV2]),
  [`version ${SHA} of pacticipant Foo exists with 2 environments that aren't test available for deployment`]: fooIn(['prod'], ['dev']),
  [`an environment with name test and UUID ${ENV1} exists`]: () => environment('test', ENV1),
  [`an version is deployed to environment with UUID ${ENV1} with target customer-1`]: async () => { const env = await environment('test', ENV1); await version('Foo', SHA); await deployed('Foo', SHA, env, DEPLOYED, 'customer-1'); },
  'a currently deployed version exists': async () => { const env = await environment('test', ENV2); await version('Foo', SHA); await deployed('Foo', SHA, env, DEPLOYED); },
  'a branch named main exists for pacticipant Foo': () => branch('Foo', '1', 'main'),
};
/** The name under which the pacts know the broker, in links that they compare by equality. */
const SITE = 'http://example.org';
/** What the pacts publish as a provider's contract is no OpenAPI document, which Accord refuses; this one takes its place. */
const NO_DOCUMENT = Buffer.from('---\nsome: contract\n').toString('base64');
const DOCUMENT = Buffer.from('openapi: 3.0.3\ninfo: {title: Bar, version: "1"}\npaths: {}\n').toString('base64');
const PATHS = {
  'HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-TAGGED-VERSION-Condor-production': 'pacticipants/Condor/latest-version/production',
  'HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-VERSION-Condor': 'pacticipants/Condor/latest-version',
  'HAL-REL-PLACEHOLDER-PB-WEBHOOKS': 'webhooks', 'HAL-REL-PLACEHOLDER-PB-ENVIRONMENTS': 'environments', 'HAL-REL-PLACEHOLDER-PB-PUBLISH-CONTRACTS': 'contracts/publish',
  [`HAL-REL-PLACEHOLDER-PB-PACTICIPANT-VERSION-Foo-${SHA}`]: `pacticipants/Foo/versions/${SHA}`,
  [`HAL-REL-PLACEHOLDER-PB-RECORD-DEPLOYMENT-FOO-${SHA.toUpperCase()}-TEST`]: `pacticipants/Foo/versions/${SHA}/deployed-versions/environment/${ENV2}`,
  [`HAL-REL-PLACEHOLDER-PB-RECORD-RELEASE-FOO-${SHA.toUpperCase()}-TEST`]: `pacticipants/Foo/versions/${SHA}/released-versions/environment/${ENV2}`,
  [`PLACEHOLDER-DEPLOYED-VERSION-${DEPLOYED}`]: `deployed-versions/${DEPLOYED}`,
  [`PLACEHOLDER-ENVIRONMENT-CURRENTLY-DEPLOYED-${ENV1}`]: `environments/${ENV1}/deployed-versions/currently-deployed`,
  [`HAL-REL-PLACEHOLDER-PB-ENVIRONMENT-${ENV1}`]: `environments/${ENV1}`,
  'HAL-REL-PLACEHOLDER-PB-PACTICIPANT-BRANCH-Foo-main': 'pacticipants/Foo/branches/main',
  'HAL-REL-PLACEHOLDER-PF-PUBLISH-PROVIDER-CONTRACT-Bar': 'provider-contracts/provider/Bar/publish',
};

/** Selectors belong together by their order; sorted parameters are dealt out again: versions to the first, the rest to the last. */
function selectors(query) {
  const all = [...new URLSearchParams(query)], out = [];
  for (const list of ['q', 'ignore']) {
    const of = k => all.filter(([x]) => x === `${list}[][${k}]`).map(([, v]) => v);
    const versions = of('version'), who = of('pacticipant');
    who.forEach((p, i) => {
      out.push([`${list}[][pacticipant]`, p]);
      if (versions[i] !== undefined) out.push([`${list}[][version]`, versions[i]]);
      if (i === who.length - 1) for (const k of ['latest', 'tag', 'branch']) for (const v of of(k)) out.push([`${list}[][${k}]`, v]);
    });
  }
  for (const [k, v] of all) if (!/^(q|ignore)\[\]/.test(k)) out.push([k, v]);
  return out.map(([k, v]) => `${e(k)}=${e(v)}`).join('&');
}
const swap = (text, pairs) => pairs.reduce((t, [from, to]) => t.replaceAll(from, to), text);

const proxy = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', c => chunks.push(c)).on('end', async () => {
    try {
      let body = Buffer.concat(chunks).toString();
      if (request.url === '/_state') {
        const { state, action } = JSON.parse(body);
        if (action !== 'teardown') { await empty(); await (STATES[state] || (() => {}))(); }
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      }
      let [path, query] = request.url.split('?');
      path = swap(swap(path, Object.entries(PATHS)), [...names]);
      if (path === '/matrix' && query) query = selectors(query);
      body = swap(body, [...names, [NO_DOCUMENT, DOCUMENT]]);
      const headers = Object.fromEntries(Object.entries(request.headers).filter(([k]) => !['host', 'content-length', 'connection', 'accept-encoding'].includes(k)));
      const r = await fetch(`${base}${path}${query ? '?' + query : ''}`, { method: request.method, headers, body: body || undefined, redirect: 'manual' });
      const text = swap(await r.text(), [...names].map(([a, b]) => [b, a])).replaceAll(base, SITE);
      const out = Object.fromEntries([...r.headers].filter(([k]) => !['content-length', 'transfer-encoding', 'content-encoding', 'connection'].includes(k)));
      response.writeHead(r.status, { ...out, 'content-length': Buffer.byteLength(text) }).end(text);
    } catch (error) { response.writeHead(599, { 'content-type': 'text/plain' }).end(String(error.stack)); }
  });
});
await new Promise(ok => proxy.listen(0, '127.0.0.1', ok));
const port = proxy.address().port;
let program = process.env.PACT;
if (!program) {
  execFileSync('npm', ['init', '-y'], { cwd: scratch, stdio: 'ignore' });
  execFileSync('npm', ['i', '@pact-foundation/pact-cli'], { cwd: scratch, stdio: 'ignore' });
  program = join(scratch, 'node_modules/.bin/pact');
}
let bad = 0;
for (const file of files) {
  const whole = JSON.parse(readFileSync(file, 'utf8')); let passed = 0;
  const unknown = new Set(whole.interactions.map(i => i.providerState || i.provider_state).filter(s => s && !STATES[s] && !/relation|does not exist|no pact|pf:ui|team with/.test(s)));
  for (const s of unknown) console.log(`  state without preparation: ${s}`);
  for (const [i, interaction] of whole.interactions.entries()) {
    await empty();
    const one = join(scratch, `pact-${i}.json`);
    writeFileSync(one, JSON.stringify({ ...whole, interactions: [interaction] }));
    const run = await new Promise(ok => {
      const p = spawn(program, ['verifier', '--file', one, '--hostname', '127.0.0.1', '--port', `${port}`, '--provider-name', whole.provider.name, '--state-change-url', `http://127.0.0.1:${port}/_state`], { env: { ...process.env, PACT_DO_NOT_TRACK: 'true' } });
      let out = ''; p.stdout.on('data', d => out += d); p.stderr.on('data', d => out += d); p.on('close', code => ok({ code, out }));
    });
    if (run.code === 0) passed++;
    else { bad++; console.log(`✗ ${basename(file)} · ${interaction.description}, given ${interaction.providerState || interaction.provider_state || 'nothing'}`); if (process.env.VERBOSE) console.log(run.out.replace(/^/gm, '    ')); }
  }
  console.log(`${basename(file)}: ${passed} of ${whole.interactions.length} interactions`);
}
proxy.close();
process.exit(bad ? 1 : 0);
