import browser from 'webextension-polyfill';

void browser.devtools.panels.create('Chat Payload', '/icons/16.png', '/src/panel/panel.html');
