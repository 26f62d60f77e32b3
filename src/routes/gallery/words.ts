/** The gallery's own words, in one place. It is a page for editors and developers; its charts speak their examples' language. */
export const words = {
  title: 'Chart kinds',
  introduction:
    'Every kind of chart in every state of its examples, as readers see it: on a phone and on a wide screen, light and dark. ' +
    'Subjects and numbers are invented. A kind that is added to the registry appears here by itself.',
  contents: 'Kinds',
  shows: 'What it can show',
  rows: {
    figures: 'Figures',
    derived: 'Derived figures',
    units: 'Units',
    comparators: 'Comparators',
    kinds: 'Kinds of figure',
    states: 'States',
    steps: 'A step may also say',
    options: 'Options',
  },
  scales: {
    one: 'one unit and one measure: all figures share a scale',
    none: 'any: nothing is to scale across figures',
  },
  none: 'none',
  noFigures: 'none: it draws no figures',
  required: 'required',
  sample: 'The section file that makes it',
  sampleNote: 'start and end are offsets in the report; the quoted words stand beside them.',
  placeholders: { standfirst: 'one sentence', alt: 'what the picture says', text: 'what the step says' },
  sizes: { phone: 'phone', wide: 'wide screen' },
  without: 'without script',
  themes: { light: 'light', dark: 'dark' },
} as const;
