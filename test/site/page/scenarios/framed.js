/** @import { Play } from '../types.ts' */
import { addWidgetFrame, startInFrame } from '../widget/frame-chat.js';
import { page, startChat } from './call.js';
import { RIGHT } from './values.js';

/** @type {Play} */
const widgetInIframe = async (tell) => {
  const frame = await addWidgetFrame();
  page.cxoneChat = {
    startChat(options) {
      return startInFrame(frame, options, tell);
    },
  };
  return [await startChat(RIGHT, tell)];
};

/** @type {Record<string, Play>} */
export const framedScenarios = { 'widget-in-iframe': widgetInIframe };
