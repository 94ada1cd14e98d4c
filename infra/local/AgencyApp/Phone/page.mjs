import { Outbox } from './outbox.mjs';
import { texts } from './texts.mjs';

const byId = id => document.getElementById(id);
const outbox = new Outbox(localStorage);
const fields = ['agency', 'person', 'latitude', 'longitude', 'accuracy'];
const defaults = new URLSearchParams(location.search);
let words = texts.id;
let sending = false;
/** The check-in that was made last on this page: what became of it is said beside the buttons. */
let last = null;

for (const field of fields) {
  byId(field).value = defaults.get(field) ?? localStorage.getItem(field) ?? '';
  byId(field).addEventListener('change', () => localStorage.setItem(field, byId(field).value.trim()));
}

byId('language').value = localStorage.getItem('language') ?? 'id';
byId('language').addEventListener('change', speak);
byId('locate').addEventListener('click', locate);
byId('send').addEventListener('click', send);
byId('forget').addEventListener('click', () => { outbox.forget(); show(); });
byId('offline').addEventListener('change', send);
addEventListener('online', send);
setInterval(send, 30_000);

byId('form').addEventListener('submit', event => {
  event.preventDefault();
  const value = id => byId(id).value.trim();
  const number = id => Number(value(id).replace(',', '.'));
  const placed = value('latitude') !== '' && value('longitude') !== '';
  last = outbox.add(value('agency'), value('person'), event.submitter.value, placed
    ? { latitude: number('latitude'), longitude: number('longitude'), accuracyMetres: number('accuracy') || 10 }
    : null).id;
  write('outcome', '');
  show();
  send();
});

if ('serviceWorker' in navigator) navigator.serviceWorker.register('offline.js');
speak();
send();

function speak() {
  const language = byId('language').value;
  localStorage.setItem('language', language);
  words = texts[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  show();
  tell();
  showClocks().catch(() => {});
}

function locate() {
  byId('located').textContent = '';
  const none = () => { byId('located').textContent = words.noFix; };
  if (!navigator.geolocation) return none();
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    byId('latitude').value = coords.latitude;
    byId('longitude').value = coords.longitude;
    byId('accuracy').value = Math.round(coords.accuracy);
    for (const field of fields) localStorage.setItem(field, byId(field).value);
  }, none, { enableHighAccuracy: true, timeout: 15_000 });
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    const ahead = await outbox.send(post);
    say(words.online, ahead);
    showClocks().catch(() => {});
  } catch {
    say(words.unreachable, null);
  } finally {
    sending = false;
    show();
    tell();
  }
}

async function post(agency, body) {
  if (byId('offline').checked) throw new Error('as if without a network');
  const answer = await fetch(`send?agency=${encodeURIComponent(agency)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': byId('language').value },
    body: JSON.stringify(body),
  });
  if (answer.status >= 500) throw new Error(`the server said ${answer.status}`);
  const date = answer.headers.get('Date');
  const json = answer.status === 207 ? await answer.json() : null;
  return { status: answer.status, date: date && new Date(date), json };
}

function say(text, ahead) {
  const seconds = ahead === null ? 0 : Math.round(ahead / 1000);
  const away = words[seconds > 0 ? 'ahead' : 'behind'].replace('{n}', Math.abs(seconds));
  const clock = Math.abs(seconds) < 5 ? '' : ` ${away}`;
  write('network', byId('offline').checked ? words.unreachable : text + clock);
}

/** What became of the last check-in; said aloud, since the list below is not. */
function tell() {
  const entry = outbox.entries.find(one => one.checkIn.id === last);
  write('outcome', entry ? `${words[entry.checkIn.kind]}: ${outcomeOf(entry)}` : '');
}

/** A text that stays is not written again: a screen reader would say it again, every half minute. */
function write(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

// The sample lives in a time of its own, which the server counts by; both in the phone's zone.
async function showClocks() {
  if (byId('offline').checked) return;
  const { now } = await (await fetch('clock')).json();
  const time = new Intl.DateTimeFormat(byId('language').value, { dateStyle: 'medium', timeStyle: 'short' });
  byId('clock').textContent = words.clocks.replace('{sample}', time.format(new Date(now)))
    .replace('{own}', time.format(new Date()));
}

function show() {
  const entries = outbox.entries;
  const lines = entries.map(entry => item(entry.state, lineOf(entry)));
  byId('list').replaceChildren(...(lines.length === 0 ? [item('', words.nothing)] : lines));
}

function outcomeOf({ state, placement, why }) {
  return state === 'sent' ? words[placement] : words[state] + (why ? `: ${why}` : '');
}

function lineOf(entry) {
  const { capturedAt, employeeId, kind } = entry.checkIn;
  const at = capturedAt.slice(0, 16).replace('T', ' ');
  return `${at} · ${employeeId} · ${words[kind]} · ${outcomeOf(entry)}`;
}

function item(state, text) {
  const element = document.createElement('li');
  element.className = state;
  element.textContent = text;
  return element;
}
