/** @import { StartChats } from '../../types.ts' */
import { addFrame } from '../../browser-visit.js';
import { startInFrame } from '../../widget/frame-chat.js';
import { page, startChat } from '../call.js';
import { RIGHT } from '../values.js';

/** @type {StartChats} */
const widgetInIframe = async (tell) => {
  const frame = await addFrame('/widget/index.html', 'Chat widget of another origin');
  page.cxoneChat = {
    startChat(options) {
      return startInFrame(frame, options, tell);
    },
  };
  return [await startChat(RIGHT, tell)];
};

/** @type {Record<string, StartChats>} */
export const framedScenarios = { 'widget-in-iframe': widgetInIframe };
