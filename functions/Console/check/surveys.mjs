// What is done with questionnaires before their pages are looked at: answered, written, read.

/** The empty form leads to its first question; then it is filled in and sent. Later looks find it answered. */
export const answers = {
  kosong: async (page) => {
    const again = page.locator('main .btn', { hasText: /Ganti jawaban|Replace my answers/ });
    if (await again.count() > 0) {
      await again.click();
    }
    await page.locator('main form .btn[name=as]').click();
    await page.locator('main .note.bad a').first().waitFor();
  },
  terkirim: async (page) => {
    await page.locator('main [name=level][value=local]').check();
    await page.locator('main [name="answers/0"][value="4"]').check();
    await page.locator('main [name="answers/1"]').nth(1).check();
    await page.locator('main textarea').fill('Pemindai di depo perlu ditambah (uji).');
    await page.locator('main form .btn[name=as]').click();
    await page.locator('main .note.ok li').first().waitFor();
    // What is told afterwards has the focus.
    await page.waitForFunction(() => document.activeElement?.matches('main .note.ok'), { timeout: 10_000 });
  },
  lagi: (page) => page.locator('main .btn', { hasText: /Ganti jawaban|Replace my answers/ }).click(),
};

/** A questionnaire that is over shows counts and what stays hidden; a new one is refused empty, then written. */
export const asks = {
  kelompok: async (page) => {
    await page.locator('main summary', { hasText: /Per kelompok|By group/ }).first().click();
    await page.locator('main details[open] .rows').first().waitFor();
  },
  kosong: async (page) => {
    await page.locator('#new-kind-0').selectOption('choice');
    await page.locator('main form', { has: page.locator('#new-title') }).locator('.btn[name=as]').click();
    await page.locator('main form .note.bad a').first().waitFor();
  },
  tertulis: async (page) => {
    await page.locator('#new-title').fill('Survei uji (contoh)');
    await page.locator('#new-id').fill('uji-2027');
    await page.locator('#new-opens').fill('2027-01-04');
    await page.locator('#new-closes').fill('2027-01-15');
    await page.locator('#new-words-0').fill('Hari apa yang paling sesuai untuk rapat?');
    await page.locator('#new-choices-0').fill('Senin\nRabu\nJumat');
    const asked = page.locator('main form', { has: page.locator('#new-title') });
    await asked.locator('[name=units]').nth(1).check();
    await asked.locator('.btn', { hasText: /Hitung siapa|Count who/ }).click();
    await asked.locator('[role=status] .note', { hasText: /menurut daftar|by the register/ }).waitFor();
    await asked.locator('.btn[name=as]').click();
    await page.locator('main .list .btn', { hasText: 'Survei uji' }).waitFor();
  },
  ubah: async (page) => {
    await page.locator('main .list .btn', { hasText: 'Survei uji' }).click();
    await page.locator('main summary', { hasText: /Ubah sebelum dibuka|Change it before/ }).click();
    await page.locator('#uji-2027-words-0').waitFor();
  },
};
