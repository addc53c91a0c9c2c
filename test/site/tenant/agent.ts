/** What the agent says to whatever a visitor writes, in every protocol. */
export const AGENT_REPLY = 'Thank you for your message. How can I help you today?';
