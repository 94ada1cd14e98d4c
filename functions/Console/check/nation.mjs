// A country of 640 made-up agencies for a look at its map: the story has three. Places are those of cities, roughly.

const CITIES = [[95.32, 5.55], [98.67, 3.59], [100.36, -.95], [101.45, .53], [104.46, .92], [103.61, -1.61],
  [104.75, -2.99], [102.27, -3.8], [106.11, -2.13], [105.26, -5.43], [106.15, -6.12], [106.83, -6.18], [107.61, -6.91],
  [110.42, -6.99], [110.37, -7.8], [112.74, -7.26], [115.22, -8.66], [116.12, -8.58], [123.6, -10.17], [109.34, -.03],
  [113.92, -2.21], [114.83, -3.45], [117.15, -.5], [117.37, 2.84], [124.84, 1.49], [119.87, -.9], [119.41, -5.14],
  [122.51, -3.97], [123.06, .54], [118.89, -2.68], [128.18, -3.7], [127.58, .73], [134.06, -.86], [140.71, -2.54],
  [131.25, -.88], [135.5, -3.37], [138.95, -4.1], [139.35, -8.5], [140.39, -8.49]];
const KINDS = ['final', 'final', 'final', 'final', 'published', 'published', 'published', 'breached', 'held',
  'gathered', 'final', 'final', 'published', 'none', 'final', 'stalled', 'published', 'final', 'breached'];
const STATES = { stalled: 'evaluated', breached: 'final' };

/** From 0 to 1, the same at each look. */
const dice = (n) => Math.abs(Math.sin(n * 12.9898) * 43758.5453) % 1;
const round = (degrees) => Math.round(degrees * 10000) / 10000;

function agency(i) {
  const kind = KINDS[Math.floor(dice(i + .3) * KINDS.length)];
  // Ministries sit in Jakarta, and every twentieth agency has told no seat.
  const [isMinistry, isTold] = [i < 90, i % 20 !== 7];
  const [x, y] = isMinistry ? [106.83, -6.2] : CITIES[i % CITIES.length];
  const far = isMinistry ? .12 : 1.1;
  const id = `contoh-${String(i + 1).padStart(3, '0')}`;
  const isDone = ['final', 'published', 'breached'].includes(kind);
  return {
    agencyId: id, name: `Instansi Contoh ${i + 1}`,
    ...isTold ? { seat: {
      latitude: round(y + (dice(i) - .5) * far), longitude: round(x + (dice(i + .7) - .5) * far) } } : {},
    ...kind === 'none' ? {} : { state: STATES[kind] ?? kind, revision: 1 },
    ...kind === 'stalled' ? { stalledSince: '2026-04-08T02:41:00Z' } : {},
    ...isDone ? { publishedOn: '2026-04-08', daysToPublish: 8 } : {},
    ...isDone && kind !== 'published' ? {
      finalOn: '2026-04-23', people: 120 + i, predicates: { veryGood: 14, good: 90 + i, withheld: 16 }, inTopShare: 23,
      distribution: {
        policy: 'distribution-2026.1', judged: 6, breached: kind === 'breached' ? 1 + i % 3 : 0, notJudged: 2 },
      present: { people: 118, days: 6480, onTimePercent: 96.4 },
      flexible: { people: 22, days: 240, onTimePercent: 97.9 },
    } : {},
  };
}

/** As the API answers it, on one page. */
export const nation = {
  period: '2026-Q1', leastGroupSize: 10, agencies: Array.from({ length: 640 }, (_, i) => agency(i)),
};

const isOn = async (page, selector) => {
  if (await page.locator(selector).count() === 0) {
    throw new Error(`nothing is ${selector}`);
  }
};

/** What is done on the map: the whole country, a ring that is opened, a row that is shown, and back to the row. */
export const seats = {
  banyak: async (page) => {
    await page.unroute('**/api/v1/national/results/*');
    await page.route('**/api/v1/national/results/*', (route) => route.fulfill({ json: nation }));
    await page.reload();
    await page.locator('.seat-mark').first().waitFor();
    const told = nation.agencies.filter((one) => one.seat).length;
    const many = (await page.locator('.seat-mark text').allTextContents()).reduce((sum, n) => sum + Number(n), 0);
    const marked = many + await page.locator('.seat-mark:not(:has(text))').count();
    if (marked !== told) {
      throw new Error(`the marks are of ${marked} agencies, and ${told} have told a seat`);
    }
    await page.locator('main details summary').first().click();
  },
  lingkar: async (page) => {
    await page.locator('main details summary').first().click();
    const ring = page.locator('.seat-mark:has(text)').first();
    await ring.click();
    await page.locator('main [role=status] .list .btn').first().click();
    await isOn(page, '.halo-ring');
    await isOn(page, 'tr.picked');
  },
  baris: async (page) => {
    await page.locator('.rows .btn.quiet').nth(2).click();
    await page.waitForFunction(() => document.activeElement?.id === 'pilihan');
    await isOn(page, '.halo-ring');
    await page.locator('#pilihan a[href^="#"]').click();
    await isOn(page, 'tr.picked:target');
    await page.unroute('**/api/v1/national/results/*');
  },
};
