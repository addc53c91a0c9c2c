/** The page that DevTools runs unseen: makes our panel. One call, for which it loads no polyfill. */
const extension = globalThis.browser ?? globalThis.chrome;

extension?.devtools?.panels.create('Chat Payload', '/icons/16.png', '/src/panel/panel.html');
