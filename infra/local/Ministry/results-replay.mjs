// The API as a ministry reads it: events after a number, and the keys that seal.

/** { events, last, more } after a number. An event's data is its text, from brace to brace. */
export async function readEvents(api, token, agency, after) {
  const path = `/api/v1/agencies/${encodeURIComponent(agency)}/events?after=${after}`;
  return pageOf(await getText(api, path, token), agency);
}

/** The same of the text that was answered. */
export function pageOf(text, agency) {
  const { events, last, more } = JSON.parse(text);
  const data = dataOf(text);
  return {
    events: events.map(({ id, type, seal, sequence }, i) => (
      { agency, sequence: Number(sequence), id, type, seal, data: data[i] })),
    last,
    more,
  };
}

/** The published keys: those that sign now, and those of former days. */
export async function readKeys(api) {
  return JSON.parse(await getText(api, '/api/v1/receipt-keys'));
}

/**
 * The text of each event's `data`, which parsing would lose: the value of that member three levels down, between the
 * braces that belong together. Strings are stepped over whole, whatever stands in them.
 */
export function dataOf(text) {
  const found = [];
  let [depth, begin, last] = [0, -1, ''];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      depth += 1;
      if (depth === 4 && last === '"data"') {
        begin = index;
      }
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === 3 && begin >= 0) {
        found.push(text.slice(begin, index + 1));
        begin = -1;
      }
    }
    last = token;
  }
  return found;
}

async function getText(api, path, token) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(path, api), { headers });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${path} was answered with ${answer.status}: ${text}`);
  }
  return text;
}
