"""What crosses a sandbox's wall: frames of JSON and raw array bytes, never pickles."""
