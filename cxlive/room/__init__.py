"""A workshop while people edit it: order, rules, undo, and the one writer."""
