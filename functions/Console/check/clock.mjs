// Somebody moves the app's clock after a person has signed in: the next page goes by the new one.

const QUARTER = 90 * 86_400_000;

const ahead = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem('session')).ahead);

export async function clockMoved(page) {
  const right = await ahead(page);
  await page.evaluate((milliseconds) => {
    const held = JSON.parse(sessionStorage.getItem('session'));
    sessionStorage.setItem('session', JSON.stringify({ ...held, ahead: held.ahead + milliseconds }));
  }, QUARTER);
  await page.reload();
  await page.waitForFunction((expected) => Math.abs(
    JSON.parse(sessionStorage.getItem('session')).ahead - expected) < 60_000, right);
}
