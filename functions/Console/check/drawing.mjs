// What is done on the page that edits an area, step by step. Nothing of it stays: what is saved is withdrawn again.

const effect = (page) => page.locator('main .figure').waitFor();
const numbers = (page, row) => page.locator('.corners input').nth(row);

async function type(field, text) {
  await field.fill(text);
  await field.press('Tab');
}

/** Calls the API as the person who is signed in. */
const asPerson = (page, method, id, body) => page.evaluate(async ([verb, fence, feature]) => {
  const { token, agency } = JSON.parse(sessionStorage.getItem('session'));
  const answer = await fetch(`/api/v1/agencies/${agency}/geofences/${fence}`, {
    method: verb, headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(feature ? { body: JSON.stringify(feature) } : {}),
  });
  return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
}, [method, id, body]);

export const edits = {
  geser: async (page) => {
    const before = await numbers(page, 0).inputValue();
    const handle = page.locator('.handle').first();
    await handle.focus();
    for (let i = 0; i < 3; i++) {
      await handle.press('Shift+ArrowLeft');
    }
    await handle.press('ArrowUp');
    if (await numbers(page, 0).inputValue() === before) {
      throw new Error('the arrow keys did not move the corner');
    }
    await effect(page);
  },
  tarik: async (page) => {
    const corners = await page.locator('.handle').count();
    const middle = page.locator('.half .hit').nth(1);
    await middle.scrollIntoViewIfNeeded();
    const from = await middle.boundingBox();
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 + 18, from.y + from.height / 2 + 8, { steps: 4 });
    await page.mouse.up();
    if (await page.locator('.handle').count() !== corners + 1) {
      throw new Error('dragging the middle of an edge did not add a corner');
    }
    await effect(page);
  },
  silang: async (page) => {
    // The first corner is moved beyond its neighbours, so that two edges cross.
    const [x1, y1, x3, y3] = await Promise.all(
      [0, 1, 4, 5].map(async (i) => Number(await numbers(page, i).inputValue())));
    await type(numbers(page, 0), String((x3 + (x3 - x1) * .3).toFixed(6)).replace('.', ','));
    await type(numbers(page, 1), String((y1 + (y3 - y1) * .45).toFixed(6)));
    await page.locator('.crossing').waitFor();
    await page.locator('main .note.bad').waitFor();
  },
  usul: async (page) => {
    await page.locator('main .pair .btn', { hasText: /Usulkan perbaikan|Suggest a repair/ }).click();
    await page.locator('path.offer').first().waitFor();
  },
  pakai: async (page) => {
    await page.locator('main .note .btn').first().click();
    await effect(page);
  },
  urung: async (page) => {
    const undo = page.locator('main .pair .btn', { hasText: /^(Urungkan|Undo)$/ });
    while (await undo.isEnabled()) {
      await undo.click();
    }
  },
};

const KML = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Gudang uji</name><Polygon>
  <outerBoundaryIs><LinearRing><coordinates>107.70,-6.95,0 107.701,-6.95,0 107.701,-6.949,0 107.70,-6.949,0
  107.70,-6.95,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>
  107.7004,-6.9496 107.7004,-6.9494 107.7006,-6.9494 107.7006,-6.9496 107.7004,-6.9496</coordinates></LinearRing>
  </innerBoundaryIs></Polygon></Placemark></Document></kml>`;
/** A square with a hole, as a shapefile packed by zip; of eight corners. */
const SHAPEFILE = [
  'UEsDBBQAAAAIAAAAIVwWMuGXaQAAAEABAAAIAAAAYXJlYS5zaHBjYFDnYsAOFrxgZmBgBTLOngGCN1EOYPqM9IF986X07wL5m+a+',
  'X37stPQBHPqRASMQZxFjFhNQDcxB2NTD+DD16PphfHT1MP6U9taoy0B+jILjx2Qg//uTxIXXsPCVvaqb9ZHUo/Nh6gFQSwECFAMU',
  'AAAACAAAACFcFjLhl2kAAABAAQAACAAAAAAAAAAAAAAAgAEAAAAAYXJlYS5zaHBQSwUGAAAAAAEAAQA2AAAAjwAAAAAA',
].join('');
const BROKEN = '{"type":"FeatureCollection","features":[]}';

/** An area that is not there: the page leads to a new one. */
export const missing = {
  baru: async (page) => {
    await page.locator('main .empty').waitFor();
    await page.locator('main a.btn').click();
    await page.locator('#name').waitFor();
    // Each of the others is drawn by itself: one within another is no hole of it.
    await page.locator('path.other').nth(2).waitFor({ state: 'attached' });
  },
};

export const draws = {
  salah: async (page) => {
    await page.locator('#file').setInputFiles({ name: 'kosong.geojson', mimeType: '', buffer: Buffer.from(BROKEN) });
    await page.locator('main .note.bad').waitFor();
  },
  titik: async (page) => {
    await type(page.locator('#y'), '-6,95');
    await type(page.locator('#x'), '107,7');
    await page.locator('form .btn').last().click();
    await page.locator('.corners input').nth(7).waitFor();
  },
  shp: async (page) => {
    await page.locator('#file').setInputFiles(
      { name: 'gudang.zip', mimeType: '', buffer: Buffer.from(SHAPEFILE, 'base64') });
    await page.locator('.corners input').nth(15).waitFor();
    await page.locator('main .pair .btn').last().click();
  },
  berkas: async (page) => {
    await page.locator('#file').setInputFiles({ name: 'gudang.kml', mimeType: '', buffer: Buffer.from(KML) });
    await page.locator('.corners input').nth(15).waitFor();
    await page.locator('#name').fill('Gudang uji');
    await effect(page);
  },
  simpan: async (page) => {
    await page.locator('main .btn', { hasText: /Simpan versi|Save version/ }).click();
    await page.locator('main .note.ok a[href*="area=gudang-uji"]').waitFor();
    const [title, said] = [await page.locator('h1').innerText(), await page.locator('main').innerText()];
    if (/baru|new/.test(title) || said.match(/Versi \d+ disimpan|Version \d+ is saved/g).length !== 1) {
      throw new Error(`what was saved is told once, under a title that fits: ${title}`);
    }
  },
  bentrok: async (page) => {
    const { body } = await asPerson(page, 'GET', 'gudang-uji');
    const ring = [[107.7, -6.95], [107.702, -6.95], [107.702, -6.949], [107.7, -6.949], [107.7, -6.95]];
    const theirs = { type: 'Feature', properties: { ...body.properties, capacityPeople: 10 + body.version },
      geometry: { type: 'Polygon', coordinates: [ring] } };
    const put = await asPerson(page, 'PUT', 'gudang-uji', theirs);
    if (put.status !== 200) {
      throw new Error(`somebody else's version: ${put.status}`);
    }
    await page.locator('.corners .btn').first().click();
    await effect(page);
    await page.locator('main .btn', { hasText: /Simpan versi|Save version/ }).click();
    await page.locator('main .note.waits[role=group]').waitFor();
  },
  lanjut: async (page) => {
    await page.locator('main .note.waits[role=group] .btn:not(.alt)').click();
    await page.locator('main .btn', { hasText: /Simpan versi|Save version/ }).click();
    await page.locator('main .note.ok').waitFor();
    const gone = await asPerson(page, 'DELETE', 'gudang-uji');
    if (gone.status !== 204) {
      throw new Error(`the trial area could not be withdrawn: ${gone.status}`);
    }
  },
};
