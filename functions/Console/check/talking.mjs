// What is done with dialogues before their pages are looked at: read, begun, and written on by the other side.

/** The person opens what stands and drops an action without a reason: the fault leads to its field. */
export const continues = {
  isi: (page) => page.locator('main summary').first().click(),
  kosong: async (page) => {
    await page.locator('main form select[name="actions/1/state"]').selectOption('dropped');
    await page.locator('main form [name="actions/1/outcome"]').fill('');
    await page.locator('main form .btn[name=as]').first().click();
    await page.locator('main .note.bad a').first().waitFor();
  },
  simpan: async (page) => {
    await page.locator('main form [name="actions/1/outcome"]').fill('Loket dipakai bidang lain (uji).');
    await page.locator('main form .btn[name=as]').first().click();
    await page.locator('main > div > .note.ok').waitFor();
  },
};

/** The leader reads a dialogue, and begins another one. */
export const talks = {
  baca: async (page) => {
    await page.locator('main summary', { hasText: /Baca|Read/ }).first().click();
    await page.locator('main details .aims').first().waitFor();
  },
  kosong: async (page) => {
    await page.locator('main summary', { hasText: /Catat dialog|Write a dialogue/ }).first().click();
    await page.locator('main details[open] > form .btn[name=as]').last().click();
    await page.locator('main .note.bad a').first().waitFor();
  },
};
