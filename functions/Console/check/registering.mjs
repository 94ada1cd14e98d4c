// What an office changes by form before its page is looked at: nothing at all, a place, a person, leave, a unit.

/** Each look has ids of its own, so that there is something new to write. */
const mark = () => Date.now().toString(36);

const form = (page, field) => page.locator('main form', { has: page.locator(field) });
const look = (page, field) => form(page, field).locator('.btn[name=as]').click();
const foreseen = (page) => page.locator('main .foreseen');
const write = async (page) => {
  await foreseen(page).locator('.btn').first().click();
  await foreseen(page).waitFor({ state: 'detached' });
  await page.locator('main .note.ok').first().waitFor();
  // The form is a fresh one a moment after it said so; where nothing that is shown has changed, it stays.
  await page.locator('main .note.ok[role=group]').waitFor({ state: 'detached', timeout: 5000 }).catch(() => {});
};
const open = async (page, text) => {
  const one = page.locator('main details:not([open]) > summary', { hasText: text }).first();
  if (await one.count() > 0) {
    await one.click();
  }
};

let unit = '';

export const registers = {
  riwayat: async (page) => {
    await page.locator('.register .rows .btn').first().click();
    await page.locator('main table caption').waitFor({ state: 'attached' });
    await open(page, /Pindah tugas|Another unit/);
  },
  // What stands already is told as such, and nothing is written.
  tetap: async (page) => {
    await look(page, '#move-from');
    await page.locator('main .note.bad').waitFor();
  },
  dahulu: async (page) => {
    await page.locator('#move-from').fill('2019-01-01');
    await look(page, '#move-from');
    await page.locator('#move-from[aria-invalid]').waitFor();
  },
  pindah: async (page) => {
    await page.locator('#move-from').fill('2026-04-01');
    await page.locator('#move-unit').selectOption({ index: 2 });
    await look(page, '#move-from');
    await foreseen(page).locator('.changes li').first().waitFor();
  },
  kembali: async (page) => {
    await foreseen(page).locator('.btn.alt').click();
    if (await page.locator('#move-from').inputValue() !== '2026-04-01') {
      throw new Error('what was typed is gone');
    }
  },
  cuti: async (page) => {
    await open(page, /Cuti dan izin|Leave/);
    await page.locator('#leave-kind').selectOption('leave');
    await page.locator('#leave-from').fill('2026-06-01');
    await page.locator('#leave-last').fill('2026-06-03');
    await page.locator('#leave-letter').fill(`SIC-${mark()}`);
    await look(page, '#leave-kind');
    await foreseen(page).waitFor();
  },
  tercatat: async (page) => {
    await write(page);
    await page.locator('main .leave .list li').first().waitFor();
  },
  batal: async (page) => {
    const back = page.locator('main .leave .list details').last();
    await back.locator('summary').click();
    await back.locator('.btn[name=as]').click();
    await foreseen(page).waitFor();
    await write(page);
    await page.locator('main .leave .tag.unknown').first().waitFor();
  },
  'pegawai-kosong': async (page) => {
    await open(page, /Pegawai baru|New person/);
    await look(page, '#joins-id');
    await page.locator('main form .note.bad a').first().waitFor();
  },
  'pegawai-ada': async (page) => {
    await page.locator('#joins-id').fill(await page.locator('.register .rows code').first().innerText());
    await page.locator('main [name=came][value=new]').check();
    await page.locator('main [name=kind][value=pppk]').check();
    await page.locator('#joins-unit').selectOption('sekretariat');
    await page.locator('#joins-rater option:nth-child(2)').waitFor({ state: 'attached' });
    await page.locator('#joins-rater').selectOption({ index: 1 });
    await look(page, '#joins-id');
    await page.locator('#joins-id[aria-invalid]').waitFor();
  },
  'pegawai-baru': async (page) => {
    await page.locator('#joins-id').fill(`peg-uji-${mark()}`);
    await page.locator('#joins-from').fill('2027-01-04');
    await look(page, '#joins-id');
    await foreseen(page).waitFor();
  },
  'pegawai-tercatat': async (page) => {
    await write(page);
    await page.locator('main table caption').waitFor({ state: 'attached' });
  },
  'unit-baru': async (page) => {
    unit = `Unit uji ${mark()}`;
    await open(page, /Unit kerja baru|New unit/);
    await page.locator('#unit-new-id').fill(unit.toLowerCase().replaceAll(' ', '-'));
    await page.locator('#unit-new-name').fill(unit);
    await page.locator('#unit-new-from').fill('2027-01-04');
    await page.locator('#unit-new-parent').selectOption('sekretariat');
    await page.locator('#unit-new-zone').selectOption('Asia/Jakarta');
    await form(page, '#unit-new-id').locator('[name=directService][value=tidak]').check();
    await look(page, '#unit-new-id');
    await foreseen(page).waitFor();
    await write(page);
    await page.locator('.tree .btn', { hasText: unit }).waitFor();
  },
  // Its people are still there.
  'unit-isi': async (page) => {
    await open(page, /Unit ini berakhir|This unit ends/);
    await page.locator('#unit-end').fill('2027-02-01');
    await look(page, '#unit-end');
    await page.locator('#unit-end[aria-invalid]').waitFor();
  },
  'unit-akhir': async (page) => {
    await page.locator('.tree .btn', { hasText: unit }).click();
    await open(page, /Unit ini berakhir|This unit ends/);
    await page.locator('#unit-end').fill('2027-02-01');
    await look(page, '#unit-end');
    await foreseen(page).waitFor();
    await write(page);
  },
  tiada: async (page) => {
    await page.locator('#person').fill('tidak-ada');
    await page.locator('form.period .btn').click();
    await page.locator('main .note.waits', { hasText: 'tidak-ada' }).waitFor();
  },
};
