"""What runs inside a sandbox: the zygote, the isolation of its children, the learner's side."""
