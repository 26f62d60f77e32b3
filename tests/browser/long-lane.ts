/**
 * What only the long lane runs: each pattern of a file and a title, beside what of the short lane shows the same promise. Read by
 * playwright.config.ts. A new test is in both lanes until it has a line here.
 *
 * Some tests of both lanes have a share in the short one (`shortLane` in support.ts): a host is read through once for each way that a
 * story can stand in a page (embed-hosts.spec.ts), of what is tried at many places or pages the first is. In the short lane every
 * promise is kept once: a line or a share here needs another test there that would fail with it.
 */
export const longLane: readonly RegExp[] = [
  // Screens, schemes and languages: each promise is held on one of them.
  /(axe|edit-axe)\.spec\.ts .*(dark, wide|the preview)/,
  /layout\.spec\.ts .*(phone, dark, en|wide, light, en)/,
  /gallery\.spec\.ts .*sound, dark/,
  /(contents-sheet|links|noscript|keyboard|embed-pages|walks)\.spec\.ts .*wide screen/,
  /editions\.spec\.ts .*: wide/,
  /ledger\.spec\.ts .*(wide screen|small screen|by every (kind|limit)|compares|ranks)/,
  /low-window\.spec\.ts .*(held sideways|twice the size)/,
  /embed-layouts\.spec\.ts .*(340 by 300|what the words leave)/,
  /embed-dialog\.spec\.ts .*three widths/,
  /present\.spec\.ts .*((full HD|phone held sideways|phone): every step|every step .*\/en\/)/,

  // One paper and one edition of what is printed and drawn; making all files is the long lane's.
  /print\.spec\.ts .*(Letter|\/en\/)/,
  /documents\.spec\.ts .*(hold every figure|its pages are files|cut nowhere|en: )/,

  // One host of each mode; the other hosts differ in how they get there.
  /embed-hosts\.spec\.ts .*(loader-sandbox|iframe-resizer-5|loader-router|loader-bare|loader: a frame)/,
  /embed-strange\.spec\.ts .*(loader-zoom|loader-patched|sidebar|preview|printed|measures)/,
  /embed-peace\.spec\.ts/,
  /embed-sizing\.spec\.ts .*(follows the width|lower than the box|says so late)/,
  /embed-targets\.spec\.ts .*loader-clipped/,
  /embed-hostile\.spec\.ts .*no sandbox/,
  /hosting\.spec\.ts .*(changed every .*without script|a byte .*with script)/,

  // One way to lose a script, one newer style of each kind; the rest is every other.
  /faults\.spec\.ts .*(not found|page instead|cut short)/,
  /older-engines\.spec\.ts .*(newer \(wide\)|without (has|inset)|for stepper|IntersectionObserver|CSS\.supports|replaceState)/,
  /edit-waiting\.spec\.ts .*(blocked|preview\/|no way of copying)/,

  // Editing: whole sessions by keys and by mouse are in the short lane; every other way to the same move isn't.
  /edit-composition\.spec\.ts .*what an input method/,
  /edit-draft\.spec\.ts .*(proposed order|patch is taken|means nothing)/,
  /edit-drag\.spec\.ts .*(by mouse|that loses the focus|is hidden|no button down)/,
  /edit-outline\.spec\.ts .*(keys on a handle|buttons and a number|what a row was moved by|new order at once|pointercancel)/,
  /edit-saving\.spec\.ts/,
  /edit-section\.spec\.ts .*(a translation made|a typed number|steps move by keys|connecting sentence)/,
  /edit-tabs\.spec\.ts .*(own story alone|older version)/,
  /edit-undo\.spec\.ts .*random session/,

  // A number leads to its sentence; all of them do.
  /sheet\.spec\.ts .*(walks through all|no trace|modifier|labels of a living chart|every figure of the prose)/,
];
