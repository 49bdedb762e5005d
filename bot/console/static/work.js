// Keeps the work list up to date without touching what somebody is doing: the search field is outside of what is
// replaced, lines that did not change stay the same elements, and the focus goes back to the line it was on.
// Without server-sent events it asks every few seconds; without this script there is a link to reload.
'use strict';

const EVERY = 3000;
const list = document.getElementById('werk');
const news = document.getElementById('nieuws');
const how = document.getElementById('bijwerken');
const source = '/secretariaat/werklijst' + location.search;
let timer = 0;
let asking = false;
let again = false;
let stream = null;

// A document is parsed by the browser itself: no text of ours is ever taken as markup.
function fetchList(done) {
  const request = new XMLHttpRequest();
  request.open('GET', source);
  request.responseType = 'document';
  request.timeout = 10000;
  request.onloadend = () => {
    const page = request.status === 200 ? request.response : null;
    done(request.status, page && page.getElementById('werk'));
  };
  request.send();
}

function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  fetchList((status, fresh) => {
    asking = false;
    if (status === 401) return loggedOut();
    if (fresh) show(fresh);
    if (again) {
      again = false;
      refresh();
    }
  });
}

function show(fresh) {
  const focus = whereFocusIs();
  for (const id of ['cijfers', 'filters', 'volgorde', 'bladen']) {
    const old = document.getElementById(id);
    const next = fresh.querySelector('#' + id);
    if (!old.isEqualNode(next)) old.replaceWith(document.importNode(next, true));
  }
  document.getElementById('leeg').hidden = fresh.querySelector('#leeg').hidden;
  for (const id of ['spoed-titel', 'weer-titel', 'regels-titel']) document.getElementById(id).hidden = fresh.querySelector('#' + id).hidden;
  const known = new Set([...list.querySelectorAll('li[id]')].map((line) => line.id));
  const added = Math.min(
    [...fresh.querySelectorAll('li[id]')].filter((line) => !known.has(line.id)).length,
    fresh.dataset.total - list.dataset.total, // a line that only comes from another page is no news
  );
  for (const id of ['spoed', 'weer', 'regels']) showLines(document.getElementById(id), fresh.querySelector('#' + id));
  list.dataset.stamp = fresh.dataset.stamp;
  list.dataset.total = fresh.dataset.total;
  if (added > 0) news.textContent = added === 1 ? list.dataset.one : list.dataset.more + added;
  giveFocusBack(focus);
}

// Lines that are the same are not moved, so they keep the focus.
function showLines(lines, fresh) {
  const known = new Map([...lines.children].map((line) => [line.id, line]));
  const wanted = [...fresh.children].map((line) => {
    const old = known.get(line.id);
    return old && old.isEqualNode(line) ? old : document.importNode(line, true);
  });
  for (const line of [...lines.children]) if (!wanted.includes(line)) line.remove();
  let place = lines.firstElementChild;
  for (const line of wanted) {
    if (line === place) place = place.nextElementSibling;
    else lines.insertBefore(line, place);
  }
}

function whereFocusIs() {
  const here = document.activeElement;
  const around = here && here.closest('#werk li[id], #filters, #volgorde, #bladen');
  return around ? { around: around.id, part: here.dataset.focus } : null;
}

function giveFocusBack(focus) {
  if (!focus || (document.activeElement && document.activeElement !== document.body)) return;
  const around = document.getElementById(focus.around);
  const same = around && around.querySelector('[data-focus="' + focus.part + '"]');
  const next = same || (around && around.querySelector('a')) || document.getElementById('werklijst');
  next.focus({ preventScroll: true });
}

function loggedOut() {
  clearInterval(timer);
  if (stream) stream.close();
  how.hidden = true;
  document.getElementById('uitgelogd').hidden = false;
}

function poll() {
  if (timer) return;
  how.textContent = how.dataset.slow;
  timer = setInterval(refresh, EVERY);
  refresh();
}

function listen() {
  stream = new EventSource('/secretariaat/werklijst/live');
  let failures = 0;
  stream.addEventListener('stand', (event) => {
    failures = 0;
    clearInterval(timer);
    timer = 0;
    how.textContent = how.dataset.live;
    if (event.data !== list.dataset.stamp) refresh();
  });
  // A stream ends by itself now and then; two failures in a row without anything heard is a real one.
  stream.onerror = () => {
    failures += 1;
    if (stream.readyState === EventSource.CLOSED || failures > 1) poll();
  };
}

if ('EventSource' in window) listen();
else poll();
// Back from the history or from another tab: what is on the screen may be old.
addEventListener('pageshow', (event) => event.persisted && refresh());
document.addEventListener('visibilitychange', () => document.hidden || refresh());
