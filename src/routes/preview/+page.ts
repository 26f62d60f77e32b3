/** An editors' page, drawn by SvelteKit's client. Readers' pages have no client and load nothing of it. */
export const csr = true;
