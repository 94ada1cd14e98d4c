// Cases of the phone page's outbox. Each is named as a sentence; the names that hold are printed, then what failed.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

const { Outbox, wall } = await import(pathToFileURL(process.argv[2]));

function phone() {
  const kept = new Map();
  let at = Date.parse('2026-01-05T00:30:00Z');
  let number = 0;
  const outbox = new Outbox(
    { getItem: name => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text) },
    () => new Date(at), () => `id-${++number}`);
  return { outbox, pass: seconds => { at += seconds * 1000; } };
}

const inside = { latitude: -6.9115, longitude: 107.61, accuracyMetres: 8 };
const taken = (status = 201) => (agency, body) => ({
  status: 207, date: null,
  json: { items: body.checkIns.map((one, index) => ({ index, status, id: one.id, placement: 'inside' })) },
});
const states = outbox => outbox.entries.map(entry => entry.state).join(' ');

const cases = {
  async 'without a network everything waits, and is sent with its id and time once there is one'() {
    const { outbox, pass } = phone();
    const made = outbox.add('a', 'sari', 'in', inside);
    await assert.rejects(outbox.send(() => { throw new Error('no network'); }));
    assert.equal(states(outbox), 'waiting');
    pass(3600);
    let sent;
    await outbox.send((agency, body) => { sent = body.checkIns[0]; return taken()(agency, body); });
    assert.equal(states(outbox), 'sent');
    assert.deepEqual({ ...sent, sentAt: undefined }, { ...made, sentAt: undefined });
    assert.equal(Date.parse(sent.sentAt) - Date.parse(sent.capturedAt), 3600_000);
  },
  async 'an answer that was lost is asked for again, and a replay settles it'() {
    const { outbox } = phone();
    outbox.add('a', 'sari', 'in', inside);
    const ids = [];
    await assert.rejects(outbox.send((agency, body) => { ids.push(body.checkIns[0].id); throw new Error('lost'); }));
    await outbox.send((agency, body) => { ids.push(body.checkIns[0].id); return taken(200)(agency, body); });
    assert.deepEqual(ids, ['id-1', 'id-1']);
    assert.equal(states(outbox), 'sent');
  },
  async 'what is refused is not sent again'() {
    const { outbox } = phone();
    outbox.add('a', 'nobody', 'in', inside);
    await outbox.send(taken(404));
    assert.equal(states(outbox), 'refused');
    await outbox.send(() => assert.fail('sent again'));
  },
  async 'an item that could not be taken now waits on beside those that were'() {
    const { outbox } = phone();
    outbox.add('a', 'sari', 'in', inside);
    outbox.add('a', 'sari', 'out', inside);
    await outbox.send((agency, body) => {
      const answer = taken()(agency, body);
      answer.json.items[1].status = 503;
      return answer;
    });
    assert.equal(states(outbox), 'waiting sent');
  },
  async 'a server that answers with an error leaves all of it waiting'() {
    for (const status of [401, 429, 500, 503]) {
      const { outbox } = phone();
      outbox.add('a', 'sari', 'in', inside);
      await outbox.send(() => ({ status, date: null, json: null }));
      assert.equal(states(outbox), 'waiting');
    }
  },
  async 'many are sent fifty at a time, the oldest first'() {
    const { outbox, pass } = phone();
    for (let n = 0; n < 120; n++) { outbox.add('a', 'sari', 'in', inside); pass(60); }
    const batches = [];
    await outbox.send((agency, body) => {
      batches.push(body.checkIns.map(one => one.id));
      return taken()(agency, body);
    });
    assert.deepEqual(batches.map(batch => batch.length), [50, 50, 20]);
    assert.deepEqual(batches.flat(), Array.from({ length: 120 }, (_, n) => `id-${n + 1}`));
  },
  async 'each agency has its own batch'() {
    const { outbox } = phone();
    outbox.add('a', 'sari', 'in', inside);
    outbox.add('b', 'budi', 'in', inside);
    const agencies = [];
    await outbox.send((agency, body) => {
      agencies.push(`${agency} ${body.checkIns.length}`);
      return taken()(agency, body);
    });
    assert.deepEqual(agencies.sort(), ['a 1', 'b 1']);
  },
  async 'a check-in takes less than a kilobyte'() {
    const { outbox } = phone();
    const exact = { latitude: -6.911512345, longitude: 107.610012345, accuracyMetres: 12.5 };
    outbox.add('a'.repeat(40), 'p'.repeat(40), 'out', exact);
    let bytes;
    await outbox.send((agency, body) => {
      bytes = Buffer.byteLength(JSON.stringify(body));
      return taken()(agency, body);
    });
    assert.ok(bytes < 1024, `${bytes} bytes`);
  },
  async 'how far the clock is ahead is told from the answer'() {
    const { outbox } = phone();
    outbox.add('a', 'sari', 'in', inside);
    const ahead = await outbox.send((agency, body) => ({
      ...taken()(agency, body), date: new Date(Date.parse('2026-01-05T00:15:00Z')),
    }));
    assert.equal(ahead, 15 * 60_000);
  },
  async 'what was sent can be forgotten, what waits cannot'() {
    const { outbox } = phone();
    outbox.add('a', 'sari', 'in', inside);
    await outbox.send(taken());
    outbox.add('a', 'sari', 'out', inside);
    outbox.forget();
    assert.equal(states(outbox), 'waiting');
  },
  async 'the phone tells its own time with the offset it has'() {
    assert.match(wall(new Date()), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    assert.equal(Date.parse(wall(new Date(1_767_573_000_000))), 1_767_573_000_000);
  },
};

const failed = [];
for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
  } catch (error) {
    failed.push(`${name}: ${error.message}`);
  }
}

console.log(failed.length === 0
  ? `all ${Object.keys(cases).length} hold`
  : `failed: ${failed.join(' | ').replaceAll('\n', ' ')}`);
