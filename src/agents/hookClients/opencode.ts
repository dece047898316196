import { asText, fieldsOf, type HookClient, need, textOf } from './hookClient';

/** opencode, as seen at 1.18, by the plugin that `lockside setup opencode` writes: its messages and answers are ours. Nobody can be asked. */
export const opencode: HookClient = {
  rewritesResults: true,
  rewritesPrompts: false,
  asks: false,
  read(message) {
    const fields = fieldsOf(message);
    const tool = need(fields, 'tool');
    const common = { tool, input: fields.args, session: textOf(fields.session), cwd: textOf(fields.cwd) };
    switch (need(fields, 'event')) {
      case 'before':
        return { event: 'toolCall', ...common, call: textOf(fields.call) };
      case 'after':
        return { event: 'toolResult', ...common, result: fields.output };
      default:
        return { event: 'other' };
    }
  },
  write(verdict) {
    switch (verdict.kind) {
      case 'deny':
      case 'block':
      case 'ask':
        return { deny: verdict.reason };
      case 'rewriteInput':
        return { args: verdict.input };
      case 'rewriteResult':
        return { output: asText(verdict.result) };
      default:
        return {};
    }
  },
};
