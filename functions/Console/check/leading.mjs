// What is done on the pages of daily work, rulings, signals and hearings before they are looked at.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const document = () => JSON.parse(readFileSync(join(import.meta.dirname, '../../Host/openapi.json'), 'utf8'));
const exampleOf = (path, verb) => document().paths[path][verb].responses['200'].content['application/json'].example;

/** Opens the first of a map's folds and waits until it is drawn. */
export const opened = (where) => async (page) => {
  await page.locator(`${where} summary`).first().click();
  await page.locator(`${where} svg.map`).first().waitFor();
};

/** A draft is written and changed; meanwhile somebody else, by the same person's token, changes it too. */
export const daily = {
  kosong: async (page) => {
    await page.locator('main form .btn[name=as]').last().click();
    await page.locator('main .note.bad a').first().waitFor();
  },
  konsep: async (page) => {
    const form = page.locator('#tulis form').last();
    await form.locator('input[type=date]').fill('2026-04-10');
    await form.locator('select').selectOption({ index: 1 });
    await form.locator('textarea').fill('Menyusun agenda (uji).');
    await form.locator('[name=minutes]').fill('25');
    await form.locator('.btn[value=draft]').click();
    await page.locator('main > div > .note.ok').waitFor();
  },
  bentrok: async (page) => {
    const day = page.locator('main .card', { hasText: 'Menyusun agenda (uji).' }).first();
    await day.locator('summary').first().click();
    const form = day.locator('form').first();
    await meanwhile(page, await form.locator('textarea').getAttribute('id'));
    await form.locator('textarea').fill('Menyusun agenda (uji). Selesai.');
    await form.locator('.btn[value=draft]').click();
    await page.locator('main form > .note.waits').waitFor();
  },
};

/** The entry's next version, as another window of the same person writes it. */
const meanwhile = (page, field) => page.evaluate(async (id) => {
  const { token, person } = JSON.parse(sessionStorage.getItem('session'));
  const path = `/api/v1/employees/${person}/daily-entries/2026-04-10/${id}`;
  const answer = await fetch(path, {
    method: 'PUT', headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      planFrom: '2026-04-06', resultId: 'rhk-1', words: `Menyusun agenda (uji). ${Date.now()}`, minutes: 30,
      submit: false,
    }),
  });
  if (!answer.ok) {
    throw new Error(`somebody else's version: ${answer.status}`);
  }
}, field.replace(/-words$/, ''));

/** No objection waits for its rater after the story: the document's own example does. */
export async function heard(page) {
  const objection = exampleOf('/v1/employees/{employee}/objections/{period}/statements', 'post');
  delete objection.ofRater;
  await page.route('**/api/v1/me', async (route) => {
    const me = await (await route.fetch()).json();
    await route.fulfill({ json: { ...me, acts: [
      ...me.acts, { act: 'beHeard', period: objection.period, employeeId: objection.employeeId, until: '2026-04-18' }],
    } });
  });
  await page.route(`**/employees/${objection.employeeId}/objections/**`, (route) => route.fulfill({ json: objection }));
  await page.reload();
  await page.locator('#didengar textarea').fill('Laporan itu terlewat.');
  await page.locator('#didengar .btn').last().click();
  await page.locator('#didengar .note.ok').first().waitFor();
}

/** The story's signals are other leaders': the document's own example is shown, left undecided, with its map. */
export async function signal(page) {
  const found = exampleOf('/v1/agencies/{agency}/reviews', 'get');
  const where = exampleOf('/v1/employees/{employee}/evidence/{date}', 'get');
  await page.route('**/reviews?**', (route) => route.fulfill({ json: found }));
  await page.route('**/evidence/*', (route) => route.fulfill({ json: where }));
  await page.reload();
  await page.locator('main .card > details:not(.evidence) summary').first().click();
  await page.locator('main form .btn').first().click();
  await page.locator('main .note.bad a').first().waitFor();
  await opened('main .evidence')(page);
}
