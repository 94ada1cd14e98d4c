// A day of the platform on which something happened, for a look at its charts: a story of a few minutes has none.

const QUEUES = ['kinerja-runs', 'kinerja-days', 'kinerja-webhooks', 'kinerja-pulls', 'kinerja-imports',
  'kinerja-siasn'];
const WAITING = [0, 0, 0, 1, 4, 0, 12, 48, 220, 140, 33, 4, 0, 0, 0, 2, 0, 0, 0, 0, 9, 3, 1, 12];

function hour(i) {
  const from = new Date(Date.UTC(2026, 3, 8, i)).toISOString().replace('.000', '');
  return i === 5 ? { from, samples: 0, queues: [], stores: [] } : {
    from,
    samples: 4,
    queues: QUEUES.map((queue, at) => ({ queue, waiting: at === 0 ? WAITING[i] : 0, poisoned: 0,
      oldestSeconds: at === 0 ? WAITING[i] * 9 : 0 })),
    outbox: i > 18 ? { agencies: 2, oldestSeconds: (i - 18) * 700 } : { agencies: 0, oldestSeconds: 0 },
    stalledRuns: i === 9 ? 1 : 0,
    stores: [
      { store: 'tables', milliseconds: i === 8 ? 1400 : 8 + i * 7 % 13, failures: i === 12 ? 1 : 0 },
      { store: 'queues', milliseconds: 4 + i * 5 % 7, failures: 0 },
    ],
  };
}

/** As the API answers it. */
export const day = {
  limits: { oldestSeconds: 900, unsentSeconds: 1200, milliseconds: 1000 },
  hours: Array.from({ length: 24 }, (_, i) => hour(i)),
};
