"""Sandboxed grading: a trusted runner outside, a learner's and a checker's process inside."""
