"""The trusted process outside the sandboxes: starts them, keeps the clock, carries frames."""
