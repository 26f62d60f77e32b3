/**
 * Takes the moment of its making out of a PDF of Chromium's, so that two of one document are the same bytes. It is written twice, in
 * the same number of characters as what takes its place, so no offset of the file changes.
 */
const written = /\/(CreationDate|ModDate) \(D:\d{14}([+-]\d{2}'\d{2}')\)/g;

/**
 * @param {Buffer} pdf
 * @throws if the file doesn't say its times as expected
 */
export function withoutTimes(pdf) {
  const text = pdf.toString('latin1');
  const times = [...text.matchAll(written)];
  if (times.length !== 2) throw new Error(`a PDF that names its times ${times.length} times`);
  return Buffer.from(
    text.replace(written, (_, name, zone) => `/${name} (D:20000101000000${zone.replace(/\d/g, '0')})`),
    'latin1',
  );
}
