import assert from 'node:assert/strict';

export async function readAll(receiver, count) {
  const all = [];
  while (all.length < count) {
    const some = await receiver.receiveMessages(count - all.length, { maxWaitTimeInMs: 5000 });
    assert.ok(some.length > 0, `only ${all.length} of ${count} came`);
    all.push(...some);
  }
  return all;
}

export async function until(condition) {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
