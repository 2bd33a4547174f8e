"""From a request to a folder that a reader opens: run, write, publish."""
