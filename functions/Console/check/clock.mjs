// Somebody moves the app's clock after a person has signed in: the next page goes by the new one.

const QUARTER = 90 * 86_400_000;

const ahead = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('session')).ahead);

export async function clockMoved(page) {
  const right = await ahead(page);
  await page.evaluate((milliseconds) => {
    const held = JSON.parse(sessionStorage.getItem('session'));
    sessionStorage.setItem('session', JSON.stringify({ ...held, ahead: held.ahead + milliseconds }));
  }, QUARTER);
  let loads = 0;
  const count = () => { loads++; };
  page.on('load', count);
  await page.reload();
  // The page opens itself once more by the right clock.
  while (loads < 2) {
    await page.waitForTimeout(50);
  }
  page.off('load', count);
  if (Math.abs(await ahead(page) - right) > 60_000) {
    throw new Error('the page goes by a clock that is not the app\'s');
  }
}
