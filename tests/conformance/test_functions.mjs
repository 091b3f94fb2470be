// The functions of the Unicode suite, :test:function, :test:select and :test:format, for the package's ICU engine
// (message-format-wg, test/README.md). They belong to the test; the package knows none of them.
const numberText = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

function inputOf(operand) {
  if (typeof operand === 'object' && operand !== null && 'decimal' in operand) {
    return operand.decimal;
  }
  const text = String(operand ?? '');
  return numberText.test(text) ? text : undefined;
}

/** What a call makes of its own options and of those of the function that made its operand. */
function stateOf({ operand, options, operandOptions }) {
  const input = inputOf(operand);
  if (input === undefined) {
    return { error: 'the operand is no number' };
  }
  const state = { input, places: 0, failsFormat: false, failsSelect: false };
  for (const { decimalPlaces, fails } of [operandOptions, options]) {
    if (decimalPlaces !== undefined && decimalPlaces !== '0' && decimalPlaces !== '1') {
      return { error: 'decimalPlaces is 0 or 1', badOption: true };
    }
    state.places = decimalPlaces === undefined ? state.places : Number(decimalPlaces);
    state.failsFormat ||= fails === 'format' || fails === 'always';
    state.failsSelect ||= fails === 'select' || fails === 'always';
  }
  return state;
}

function shown({ input, places }) {
  const [whole, fraction = '0'] = input.split('.');
  return places === 0 ? whole : `${whole}.${fraction[0]}`;
}

const failing = (format, select) => (format ? (select ? 'always' : 'format') : select ? 'select' : 'never');

const testFunction = (formats, selects) => (call) => {
  const state = stateOf(call);
  if (state.error) {
    return state;
  }
  const { input, places, failsFormat, failsSelect } = state;
  const one = input === '1';
  return {
    text: shown(state),
    value: { decimal: input },
    options: { decimalPlaces: String(places), fails: failing(failsFormat, failsSelect) },
    ...(failsFormat || !formats ? { formatError: 'this value cannot be formatted', badOption: failsFormat } : {}),
    ...(selects && !failsSelect
      ? { selection: one ? (places === 1 ? '1.0' : '1') : '', weakerSelections: one && places === 1 ? ['1'] : [] }
      : {}),
  };
};

export function addTestFunctions(icu) {
  icu.addFunction('test:function', testFunction(true, true));
  icu.addFunction('test:select', testFunction(false, true));
  icu.addFunction('test:format', testFunction(true, false));
}
