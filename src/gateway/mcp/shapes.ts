import type { ObjectShape, Shape } from '../walkJson';

/** What is looked at in a message to the client, by the method that it is, or that it answers. Names and numbers of the protocol stay. */
export function shapeOf(method: string | undefined): ObjectShape {
  const result = (method !== undefined && Object.hasOwn(results, method) && results[method]) || undefined;
  const params = (method !== undefined && Object.hasOwn(requests, method) && requests[method]) || undefined;
  return {
    keys: {
      ...{ jsonrpc: 'opaque', id: 'opaque', method: 'opaque', result, params },
      error: { keys: { code: 'opaque', message: 'plain', data: undefined } },
    },
  };
}

const meta: ObjectShape = {
  keys: {
    progressToken: 'opaque',
    'io.modelcontextprotocol/related-task': 'opaque',
    'modelcontextprotocol.io/related-task': 'opaque',
  },
};

const icons = 'opaque';
const annotations = 'opaque';

const resource: ObjectShape = {
  keys: {
    ...{ uri: 'plain', uriTemplate: 'opaque', name: 'plain', title: 'plain', description: 'plain', text: 'plain' },
    ...{ mimeType: 'opaque', blob: 'media', size: 'opaque', annotations, icons, _meta: meta },
  },
};

const content: ObjectShape = {
  keys: {
    ...resource.keys,
    ...{ type: 'opaque', data: 'media', resource, toolUseId: 'opaque', id: 'opaque', input: undefined },
    ...{ structuredContent: undefined, isError: 'opaque' },
    // The results of tools in a sampling request hold such items once more.
    get content(): Shape {
      return content;
    },
  },
};

const toolResult: ObjectShape = {
  keys: { content, structuredContent: undefined, isError: 'opaque', task: 'opaque', _meta: meta },
};

const prompts: ObjectShape = {
  keys: { description: 'plain', messages: { keys: { role: 'opaque', content } }, _meta: meta },
};

/** What tools are is the lock's matter: their names and schemas stay as they are; what only describes is looked at. */
const schema: ObjectShape = {
  keys: { default: undefined, examples: undefined, description: 'plain', title: 'plain' },
};
const listed: ObjectShape = {
  keys: {
    ...{ name: 'opaque', title: 'plain', description: 'plain', inputSchema: schema, outputSchema: 'opaque' },
    ...{ arguments: { keys: { name: 'opaque', description: 'plain', title: 'plain', required: 'opaque' } } },
    ...{ annotations, icons, execution: 'opaque', _meta: meta },
  },
};

const task: ObjectShape = {
  keys: {
    ...{ taskId: 'opaque', status: 'opaque', statusMessage: 'plain', createdAt: 'opaque', lastUpdatedAt: 'opaque' },
    ...{ ttl: 'opaque', pollInterval: 'opaque', _meta: meta },
  },
};

const results: Readonly<Record<string, ObjectShape>> = {
  initialize: {
    keys: {
      protocolVersion: 'opaque',
      capabilities: 'opaque',
      serverInfo: 'opaque',
      instructions: 'plain',
      _meta: meta,
    },
  },
  'tools/call': toolResult,
  'tasks/result': { keys: { ...toolResult.keys, ...prompts.keys } },
  'tasks/get': task,
  'tasks/cancel': task,
  'tasks/list': { keys: { tasks: task, nextCursor: 'opaque', _meta: meta } },
  'tools/list': { keys: { tools: listed, nextCursor: 'opaque', _meta: meta } },
  'prompts/list': { keys: { prompts: listed, nextCursor: 'opaque', _meta: meta } },
  'prompts/get': prompts,
  'resources/list': { keys: { resources: resource, nextCursor: 'opaque', _meta: meta } },
  'resources/templates/list': { keys: { resourceTemplates: resource, nextCursor: 'opaque', _meta: meta } },
  'resources/read': { keys: { contents: resource, _meta: meta } },
  'completion/complete': {
    keys: { completion: { keys: { values: 'plain', total: 'opaque', hasMore: 'opaque' } }, _meta: meta },
  },
};

const requests: Readonly<Record<string, ObjectShape>> = {
  'sampling/createMessage': {
    keys: {
      ...{ messages: { keys: { role: 'opaque', content } }, systemPrompt: 'plain', modelPreferences: 'opaque' },
      ...{ includeContext: 'opaque', temperature: 'opaque', maxTokens: 'opaque', stopSequences: 'plain' },
      ...{ tools: listed, toolChoice: 'opaque', task: 'opaque', _meta: meta },
    },
  },
  'elicitation/create': {
    keys: {
      ...{ mode: 'opaque', message: 'plain', url: 'opaque', elicitationId: 'opaque', requestedSchema: 'opaque' },
      ...{ task: 'opaque', _meta: meta },
    },
  },
  'notifications/progress': {
    keys: { progressToken: 'opaque', progress: 'opaque', total: 'opaque', message: 'plain', _meta: meta },
  },
  'notifications/message': { keys: { level: 'opaque', logger: 'opaque', data: undefined, _meta: meta } },
  'notifications/cancelled': { keys: { requestId: 'opaque', reason: 'plain', _meta: meta } },
  'notifications/resources/updated': { keys: { uri: 'plain', title: 'plain', _meta: meta } },
  'notifications/tasks/status': task,
  'notifications/elicitation/complete': { keys: { elicitationId: 'opaque' } },
  'tasks/get': { keys: { taskId: 'opaque', _meta: meta } },
  'tasks/result': { keys: { taskId: 'opaque', _meta: meta } },
  'tasks/cancel': { keys: { taskId: 'opaque', _meta: meta } },
  ping: { keys: { _meta: meta } },
};
