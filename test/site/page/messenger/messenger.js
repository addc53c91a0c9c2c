import { twinOrigin } from '../widget/twin-origin.js';
import { serveMessenger } from './serve.js';

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.origin === twinOrigin() && port) serveMessenger(port, location.origin);
});
