/** Whether this build makes pictures and documents after its pages, which `npm run build:all` asks for. */
export const makesPictures = process.env['PICTURES'] === '1';
