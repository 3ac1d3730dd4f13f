// What this service does with events: it keeps the latest status of each check.
import { instant } from './event.js';

export class Board {
  #latest = new Map();

  /** Short, so that the answer is fast: the provider takes more than 10 s for a failure. Queue what takes longer. */
  apply(event) {
    const known = this.#latest.get(event.check_id);
    // By the event's own time: a retry may arrive after what happened later, and would turn the clock back.
    if (!known || instant(event.timestamp) > instant(known.timestamp)) this.#latest.set(event.check_id, event);
  }

  status(checkId) {
    return this.#latest.get(checkId)?.current_status;
  }
}
