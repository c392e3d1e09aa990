// Follows the links of the API. Everything that comes from the broker is put in as text, never as markup.
'use strict';
const base = document.currentScript.dataset.base;
const byId = id => document.getElementById(id);

function within(href) {
  const url = new URL(href, base + '/');
  return url.origin === new URL(base).origin ? url : null;
}

function item(relation, link) {
  const entry = document.createElement('li');
  entry.append(relation + ' ');
  const anchor = document.createElement('a');
  const target = link.templated ? null : within(link.href);
  anchor.textContent = link.name || link.title || link.href;
  if (target) anchor.href = '#' + target.pathname + target.search;
  entry.append(target ? anchor : link.href);
  return entry;
}

function links(node, into) {
  for (const [relation, value] of Object.entries(node._links || {})) {
    for (const link of [].concat(value)) if (link && link.href) into.append(item(relation, link));
  }
}

async function show() {
  const path = location.hash.slice(1) || new URL(base).pathname || '/';
  const target = within(path);
  byId('path').value = path;
  byId('links').replaceChildren();
  byId('document').textContent = '';
  if (!target) { byId('status').textContent = 'Only addresses of this broker can be shown.'; return; }
  const answer = await fetch(target, { headers: { Accept: 'application/hal+json' } });
  byId('status').textContent = answer.status + ' ' + answer.statusText;
  const text = await answer.text();
  try {
    const body = JSON.parse(text);
    links(body, byId('links'));
    byId('document').textContent = JSON.stringify(body, null, 2);
  } catch {
    byId('document').textContent = text;
  }
}

byId('address').addEventListener('submit', event => { event.preventDefault(); location.hash = byId('path').value; });
addEventListener('hashchange', show);
show();
