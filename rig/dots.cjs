// Mocha's dots, and at the end whatever passed at its second try alone: such a test is to be mended, but refuses nobody's work.
const { reporters, Runner } = require('mocha');

module.exports = class Dots extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const again = [];
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, error) =>
      again.push(`  second try of: ${test.fullTitle()}\n    ${String(error?.message).split('\n')[0]}`),
    );
    runner.once(Runner.constants.EVENT_RUN_END, () => again.length > 0 && console.log(`${again.join('\n')}\n`));
  }
};
