import { asText, fieldsOf, type HookClient, need, textOf } from './hookClient';

/** opencode, as seen at 1.18, by the plugin that `lockside setup opencode` writes: its messages and answers are ours. Nobody can be asked. */
export const opencode: HookClient = {
  rewritesResults: true,
  rewritesPrompts: true,
  asks: false,
  read(message) {
    const fields = fieldsOf(message);
    const session = textOf(fields.session);
    const event = need(fields, 'event');
    if (event === 'prompt') return { event, prompt: need(fields, 'text'), session };
    const common = { tool: need(fields, 'tool'), input: fields.args, session, cwd: textOf(fields.cwd) };
    switch (event) {
      case 'before':
        return { event: 'toolCall', ...common, call: textOf(fields.call) };
      case 'after':
        return { event: 'toolResult', ...common, result: need(fields, 'text') };
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
        return { text: asText(verdict.result) };
      case 'rewritePrompt':
        return { text: verdict.prompt };
      default:
        return {};
    }
  },
};
