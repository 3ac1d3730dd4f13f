-- What was processed: its key is what makes an event count once, also where several instances of the service run.
CREATE TABLE processed_event (event_id VARCHAR(16) PRIMARY KEY);

CREATE TABLE check_history (
  event_id VARCHAR(16) NOT NULL,
  check_id VARCHAR(255) NOT NULL,
  happened TIMESTAMP WITH TIME ZONE NOT NULL,
  status   VARCHAR(255) NOT NULL
);
CREATE INDEX check_history_latest ON check_history (check_id, happened);
CREATE INDEX check_history_event ON check_history (event_id);
