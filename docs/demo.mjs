// The gate, shown on the public description of the GitHub API and ten consumers of it. Publishes to a fresh broker, changes
// the description in four ways, asks each time whether it may be deployed, and fails where an answer is not the expected one.
//
//   node docs/demo.mjs BROKER_URL api.github.com.json
import { readFileSync } from 'node:fs';

const [broker, file] = process.argv.slice(2);
if (!broker || !file) {
    console.error('usage: node docs/demo.mjs BROKER_URL api.github.com.json');
    process.exit(2);
}
const PROVIDER = 'GitHub';
const original = readFileSync(file, 'utf8');
let failed = 0;

// ---- the API, as far as the story needs it ----

async function call(method, path, body, accept = 'application/hal+json') {
    const response = await fetch(broker.replace(/\/$/, '') + path, {
        method,
        headers: { Accept: accept, 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return accept.includes('json') ? (text ? JSON.parse(text) : {}) : text;
}

const base64 = (text) => Buffer.from(text).toString('base64');

function publishDocument(version, document) {
    return call('POST', `/provider-contracts/provider/${PROVIDER}/publish`, {
        pacticipantVersionNumber: version,
        branch: 'main',
        contract: {
            content: base64(JSON.stringify(document)),
            contentType: 'application/json',
            specification: 'oas',
            selfVerificationResults: { success: true, verifier: 'the provider\'s own tests' },
        },
    });
}

function publishPact(consumer, pact) {
    return call('POST', '/contracts/publish', {
        pacticipantName: consumer,
        pacticipantVersionNumber: '1',
        branch: 'main',
        contracts: [{
            consumerName: consumer,
            providerName: PROVIDER,
            specification: 'pact',
            contentType: 'application/json',
            content: base64(JSON.stringify(pact)),
        }],
    });
}

const deploy = (application, version, environment) =>
    call('POST', `/pacticipants/${application}/versions/${version}/deployed-versions/environment/${environment}`, {});

const question = (version) => `/can-i-deploy?pacticipant=${PROVIDER}&version=${version}&environment=production`;

// ---- ten consumers: what each reads, by type unless a rule says more ----

function pact(consumer, path, body, rules = {}) {
    const matchers = { $: { matchers: [{ match: 'type' }] } };
    for (const [place, rule] of Object.entries(rules)) matchers[place] = { matchers: [rule] };
    return {
        consumer: { name: consumer },
        provider: { name: PROVIDER },
        interactions: [{
            description: `${consumer} reads ${path}`,
            request: { method: 'GET', path },
            response: {
                status: 200,
                headers: { 'Content-Type': 'application/json' },
                body,
                matchingRules: { body: matchers },
            },
        }],
        metadata: { pactSpecification: { version: '3.0.0' } },
    };
}

const REPOSITORY = '/repos/octocat/hello';
const consumers = {
    Dashboard: pact('Dashboard', REPOSITORY, { full_name: 'octocat/hello', network_count: 3 }),
    Mirror: pact('Mirror', REPOSITORY, { clone_url: 'https://example.org/hello.git', network_count: 3 }),
    Browser: pact('Browser', REPOSITORY, { full_name: 'octocat/hello', stargazers_count: 80 }),
    MergeQueue: pact('MergeQueue', `${REPOSITORY}/pulls/1`, { number: 1, state: 'open' }, {
        '$.state': { match: 'regex', regex: '^(open|closed)$' },
    }),
    Reviewer: pact('Reviewer', `${REPOSITORY}/pulls/1`, { title: 'A change', state: 'open' }),
    Compliance: pact('Compliance', '/licenses/mit', { key: 'mit', permissions: ['commercial-use'] }),
    Directory: pact('Directory', '/orgs/github', { login: 'github', id: 1 }),
    Deployer: pact('Deployer', `${REPOSITORY}/branches/main`, { name: 'main', protected: true }),
    ReleaseNotes: pact('ReleaseNotes', `${REPOSITORY}/releases/latest`, { tag_name: 'v1.0', html_url: 'https://example.org' }),
    Budget: pact('Budget', '/rate_limit', { rate: { limit: 60, remaining: 59 } }),
};
const ONLY_ON_A_BRANCH = 'Compliance';

// ---- changes of the description ----

function without(schema, field) {
    const document = JSON.parse(original);
    const target = document.components.schemas[schema];
    delete target.properties[field];
    target.required = target.required.filter((name) => name !== field);
    return document;
}

function withValue(schema, field, value) {
    const document = JSON.parse(original);
    document.components.schemas[schema].properties[field].enum.push(value);
    return document;
}

// ---- what is expected ----

function check(what, kept, detail) {
    console.log(`  ${kept ? 'ok  ' : 'FAIL'}  ${what}`);
    if (!kept) {
        failed++;
        console.log('        ' + String(detail).slice(0, 1500).replaceAll('\n', '\n        '));
    }
}

const blocking = (answer) => (answer.accord?.affected ?? []).filter((each) => each.blocks).map((each) => each.consumer).sort();
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

async function ask(version) {
    const begin = performance.now();
    const answer = await call('GET', question(version));
    const took = Math.round(performance.now() - begin);
    console.log(`  can-i-deploy ${PROVIDER} ${version} to production: ${answer.summary.deployable} (${took} ms)`);
    return answer;
}

async function story(title, tell) {
    console.log(`\n${title}`);
    await tell();
}

// ---- the stories ----

const environment = (await call('POST', '/environments', { name: 'production', production: true })).uuid;
await publishDocument('1', JSON.parse(original));
await deploy(PROVIDER, '1', environment);
for (const [name, content] of Object.entries(consumers)) {
    await publishPact(name, content);
    if (name !== ONLY_ON_A_BRANCH) await deploy(name, '1', environment);
}
const operations = (await call('GET', `/provider-contracts/provider/${PROVIDER}/usage?size=1`)).summary;
console.log(`${PROVIDER} 1 is deployed: ${operations.operations} operations, ${operations.usedOperations} of them used by `
    + `${Object.keys(consumers).length} consumers; ${ONLY_ON_A_BRANCH} is on its branch only, the others are deployed.`);

await story('The document that is deployed already', async () => {
    const answer = await ask('1');
    check('is allowed', answer.summary.deployable === true, answer.summary.reason);
});

await story('A field that two deployed consumers read is removed (full-repository.network_count)', async () => {
    const before = await call('POST', `/provider-contracts/provider/${PROVIDER}/what-if`, {
        drop: [{ operation: 'GET /repos/{owner}/{repo}', location: '/network_count' }],
    });
    check('"what if" tells it before anything is published', before.summary.breaks === 2, JSON.stringify(before.summary));
    await publishDocument('2', without('full-repository', 'network_count'));
    const answer = await ask('2');
    check('is refused', answer.summary.deployable === false, JSON.stringify(answer.summary));
    check('names both consumers, and no other', same(blocking(answer), ['Dashboard', 'Mirror']), blocking(answer));
    const texts = answer.notices.map((notice) => notice.text).join('\n');
    check('says so in the notices, with the field',
        ['Dashboard', 'Mirror', 'network_count'].every((word) => texts.includes(word)), texts);
    console.log((await call('GET', question('2'), undefined, 'text/plain')).replace(/^/gm, '    | '));
});

await story('A field that nobody reads is removed (full-repository.subscribers_count)', async () => {
    await publishDocument('3', without('full-repository', 'subscribers_count'));
    const answer = await ask('3');
    check('is allowed', answer.summary.deployable === true, answer.summary.reason);
    const paper = answer.accord?.onPaper ?? [];
    check('is listed as a break on paper',
        paper.some((change) => JSON.stringify(change).includes('subscribers_count')), JSON.stringify(paper));
});

await story('A value is added to an enumeration (pull-request.state: draft)', async () => {
    await publishDocument('4', withValue('pull-request', 'state', 'draft'));
    const answer = await ask('4');
    check('is refused', answer.summary.deployable === false, JSON.stringify(answer.summary));
    check('because of the consumer with a regular expression, not of the one with a type matcher',
        same(blocking(answer), ['MergeQueue']), JSON.stringify(answer.accord?.affected));
});

await story('A field that only a consumer on a branch reads is removed (license.permissions)', async () => {
    await publishDocument('5', without('license', 'permissions'));
    const answer = await ask('5');
    check('is allowed', answer.summary.deployable === true, answer.summary.reason);
    const warnings = answer.notices.filter((notice) => notice.type === 'warning').map((notice) => notice.text);
    check('and a warning names the consumer', warnings.some((text) => text.includes(ONLY_ON_A_BRANCH)),
        JSON.stringify(answer.notices));
});

console.log(failed === 0 ? '\nEverything came out as expected.' : `\n${failed} expectation(s) were not met.`);
process.exit(failed === 0 ? 0 : 1);
