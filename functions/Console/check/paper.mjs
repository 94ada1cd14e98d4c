// A paper as it is printed: on its own, on A4, and its mark as whoever holds it follows it.

import { join } from 'node:path';

/** Looks at the paper that the page shows: its faults. The paper is kept as PDF beside the pictures. */
export async function paperOf({ page, axe, picture, pictures, sheets }) {
  const paper = await page.context().newPage();
  try {
    await paper.setContent(await page.locator('iframe.paper').getAttribute('srcdoc'));
    const { violations } = await paper.evaluate(`${axe}; axe.run()`);
    const faults = violations.map((one) => `on the paper: ${one.id} (${one.impact})`);
    const pdf = await paper.pdf({ path: join(pictures, `${picture}.pdf`), preferCSSPageSize: true });
    const printed = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    if (printed !== sheets) {
      faults.push(`${printed} sheets of A4 instead of ${sheets}`);
    }
    await paper.goto(await paper.locator('a.mark').getAttribute('href'));
    await paper.locator('main .note').waitFor();
    if (await paper.locator('main .note.ok').count() !== 1) {
      faults.push('the mark is not genuine to the page it leads to');
    }
    return faults;
  } finally {
    await paper.close();
  }
}
