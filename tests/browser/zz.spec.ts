import { modeOf, storyIn, test } from './hosts.js';
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test('t', async ({ page, host }) => {
  await page.goto(`${host}loader.html`);
  await modeOf(page, 'frame');
  const session = await page.context().newCDPSession(page);
  for (let i = 0; i < 8; i++) {
    await session.send('Input.synthesizeScrollGesture', { x: 195, y: 600, yDistance: -240, gestureSourceType: 'touch', speed: 4000 });
    await page.waitForTimeout(200);
    console.log(await page.evaluate(() => [scrollY, innerHeight, document.documentElement.scrollHeight]), await storyIn(page).locator('html').evaluate(() => [scrollY, innerHeight]));
  }
});
