// What is done on the pages of feedback before they are looked at: nothing filled in, a note filled in, a note sent.

const send = async (page, form) => {
  await form.locator('.btn[name=as]').click();
  await page.locator('main > div > .note.ok').waitFor();
};

/** A colleague is chosen, a value, one of its guides and no level. The form that follows is empty again. */
export const gives = {
  kosong: async (page) => {
    await page.locator('main form .btn[name=as]').click();
    await page.locator('main form .note.bad a').first().waitFor();
    if (await page.locator('main form .note.bad a').count() !== 3) {
      throw new Error('not the three fields that are missing');
    }
  },
  isi: async (page) => {
    await page.locator('main form select[name=receiverId]').selectOption({ index: 1 });
    await page.locator('main form select[name=subject]').selectOption('collaborative');
    await page.locator('main form [name=guide]').nth(1).check();
    await page.locator('main form textarea').fill('Selalu membagi bahan rapat lebih awal (uji).');
  },
  simpan: async (page) => {
    await send(page, page.locator('main form'));
    await page.locator('main q', { hasText: '(uji)' }).first().waitFor();
    if (await page.locator('main form textarea').inputValue() !== '') {
      throw new Error('the form is not empty after it was sent');
    }
  },
};

/** From the list of whom nobody gave feedback to the form, and a note on a row of the plan. */
export const givesAsLeader = {
  isi: async (page) => {
    const row = page.locator('main details[open] select[name=subject] option[value^="result/"]').first();
    await row.waitFor({ state: 'attached' });
    await page.locator('main details[open] select[name=subject]').selectOption(await row.getAttribute('value'));
    await page.locator('main details[open] [name=level]').nth(1).check();
    await page.locator('main details[open] textarea').fill('Surat masuk tercatat tepat waktu (uji).');
  },
  simpan: async (page) => {
    await send(page, page.locator('main details[open] form'));
    const silent = page.locator('main .stack section').first();
    await silent.locator('h3', { hasText: 'budi-01' }).waitFor({ state: 'detached' });
  },
};
