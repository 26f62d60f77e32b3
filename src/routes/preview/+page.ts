/** For editors: drawn by the browser, which readers' pages are not. Nothing of it is in theirs. */
export const csr = true;
