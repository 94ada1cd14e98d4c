// What is done on the page of files: one that is none of ours, one with a fault, its faults alone, the rest written.

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const ROWS = 130;

/** Posts, which no other page shows; each file has ids of its own, so that there is something to write. */
function posts() {
  const mark = Date.now().toString(36);
  const good = Array.from({ length: ROWS }, (_, i) => `uji-${mark}-${i},Jabatan uji ${i},,ya`);
  return `id,name,category,flexibleWork\r\n${good[0]}\r\nUji Salah,,,mungkin\r\n${good.slice(1).join('\r\n')}\r\n`;
}

export const imports = {
  asing: async (page) => {
    await page.locator('#file').setInputFiles(csv('asing.csv', 'id,warna,name\r\na,merah,b\r\n'));
    await page.locator('main .note.bad').waitFor();
  },
  pratinjau: async (page) => {
    await page.locator('#file').setInputFiles(csv('jabatan.csv', posts()));
    await page.locator('main .import tbody tr').nth(99).waitFor();
    const said = await page.locator('main .import tbody tr').first().innerText();
    if (!/\b(ya|yes)\b/.test(said)) {
      throw new Error(`a yes of the file is told otherwise: ${said}`);
    }
  },
  lagi: async (page) => {
    await page.locator('main .card .btn.alt').last().click();
    await page.locator(`main .import tbody tr`).nth(ROWS).waitFor();
  },
  salah: async (page) => {
    await page.locator('#show').focus();
    await page.locator('#show').selectOption('effect=faulty');
    await page.locator('main .import .tag.outside').waitFor();
  },
  tanpa: async (page) => {
    await page.locator('main form .btn').click();
    await page.locator('main .note.bad').waitFor();
  },
  tulis: async (page) => {
    await page.locator('[name=rows][value=good]').check();
    await page.locator('main form .btn').click();
    await page.locator('main [role=status] .note.waits').waitFor();
  },
  buka: async (page) => {
    await page.reload();
    await page.locator('main .import tbody tr').first().waitFor();
  },
};
