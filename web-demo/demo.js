// The demo page: asks the npm package, as it is built, what a return code says. Owns the page's fields, nothing else.
// On failure: the package always has a text, so there is nothing to catch but a locale file that does not load.
import { locales } from './codeglot/index.js';
import { createCatalog } from './codeglot/engine.js';

const byId = (id) => document.getElementById(id);
const [code, locale, fields, answer, reason, all, status, body, responseAnswer] = [
  'code', 'locale', 'arguments', 'answer', 'reason', 'all', 'status', 'body', 'response-answer',
].map(byId);

const packs = await Promise.all(locales.map(async (tag) => (await import(`./codeglot/locales/${tag}.js`)).default));
const catalog = createCatalog({ packs });

/** A text in its own language and direction. */
function show(element, resolution) {
  element.textContent = resolution.text;
  element.lang = resolution.locale;
  element.dir = resolution.direction;
}

/** One field for each argument that the code's message takes; those that stay keep what was typed. */
function makeFields() {
  const parameters = catalog.parameters(Number(code.value), locale.value);
  const typed = readFields();
  for (const label of fields.querySelectorAll('label')) {
    label.remove();
  }
  for (const { name, type, default: standard } of parameters) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.name = name;
    input.inputMode = type === 'number' ? 'decimal' : 'text';
    input.placeholder = standard ?? '';
    input.value = typed[name]?.decimal ?? typed[name] ?? '';
    input.dataset.type = type;
    label.append(name, ' ', input);
    fields.append(label);
  }
}

function readFields() {
  const args = {};
  for (const { name, value, dataset } of fields.querySelectorAll('input')) {
    if (value !== '') {
      args[name] = dataset.type === 'number' ? { decimal: value } : value;
    }
  }
  return args;
}

function answerQuestion() {
  const args = readFields();
  const resolution = catalog.resolve(Number(code.value), locale.value, args);
  show(answer, resolution);
  reason.replaceChildren(
    ...Object.entries(resolution).flatMap(([name, value]) => {
      if (name === 'text' || value === undefined || value === '') {
        return [];
      }
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = name;
      description.textContent = String(value);
      return [term, description];
    }),
  );
  all.replaceChildren(
    ...locales.map((tag) => {
      const row = document.createElement('tr');
      const head = document.createElement('th');
      const text = document.createElement('td');
      head.scope = 'row';
      head.textContent = tag;
      show(text, catalog.resolve(Number(code.value), tag, args));
      row.append(head, text);
      return row;
    }),
  );
}

function answerResponse() {
  show(responseAnswer, catalog.resolveResponse({ status: Number(status.value), body: body.value }, locale.value));
}

function refresh() {
  makeFields();
  answerQuestion();
  answerResponse();
}

for (const tag of locales) {
  byId('tags').append(new Option(tag, tag));
}
for (const known of catalog.codes('en')) {
  byId('codes').append(new Option(catalog.resolve(known, 'en').name, String(known)));
}
code.addEventListener('input', refresh);
locale.addEventListener('input', refresh);
fields.addEventListener('input', answerQuestion);
byId('response').addEventListener('input', answerResponse);
for (const form of document.forms) {
  form.addEventListener('submit', (event) => event.preventDefault());
}
refresh();
document.documentElement.dataset.ready = 'true';
