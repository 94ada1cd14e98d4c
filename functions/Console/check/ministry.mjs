// What a ministry does on its page: an agency chosen, a table read on and saved, and what came forged or not at all.

const SOURCES = '**/api/v1/event-sources';
const EVENTS = '**/api/v1/agencies/*/events?*';

const focused = async (page, id) => {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
};

/** So many agencies that one is looked for by its name. */
const many = { agencies: Array.from({ length: 40 }, (_, i) => (
  { agencyId: `instansi-${i + 1}`, name: `Instansi Contoh ${i + 1}`, newest: i * 37 })) };

export const chooses = {
  pilih: async (page) => {
    await page.locator('main .list a[href*="arsip-jabar"]').click();
    await focused(page, 'hasil');
    await page.locator('#periode .note.ok').waitFor();
  },
  baris: async (page) => {
    await page.locator('#periode .rows + .btn').click();
    await page.locator('#periode summary').first().click();
  },
  berkas: async (page) => {
    for (const [at, ending] of [[0, 'csv'], [1, 'jsonl']]) {
      const file = page.waitForEvent('download');
      await page.locator('#periode .downloads .btn').nth(at).click();
      const name = (await file).suggestedFilename();
      if (!new RegExp(`^arsip-jabar_results_[-\\dQ]+\\.${ending}$`).test(name)) {
        throw new Error(`the file is called ${name}`);
      }
    }
  },
  banyak: async (page) => {
    await page.route(SOURCES, (route) => route.fulfill({ json: many }));
    await page.goto(`${new URL('/console/kementerian', page.url())}?lang=${
      new URL(page.url()).searchParams.get('lang') ?? 'id'}`);
    await page.locator('#cari').fill('contoh 3');
    await page.locator('main .list li').nth(10).waitFor();
    await page.unroute(SOURCES);
  },
};

/** The same address with events that were changed on the way. */
const changed = (change) => async (page) => {
  await page.route(EVENTS, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.text()) });
  });
  await page.reload();
  await page.locator('#periode .note:not(.ok)').waitFor();
  await page.unroute(EVENTS);
};

/** An event with what stands before it, as text: its bytes count. */
const EVENT = /,\{"specversion"[^]*?(?=,\{"specversion"|\],"last")/g;
const isLost = (event) => event.includes('.ranking.page.v1') && event.includes('"revision":2,"page":1,');

export const doubts = {
  palsu: changed((text) => text.replaceAll(/"score":1\d\d/g, '"score":99')),
  kurang: changed((text) => text.replace(EVENT, (event) => isLost(event) ? '' : event)),
};
