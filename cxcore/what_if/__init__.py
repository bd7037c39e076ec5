"""What would change if some moments felt better (section 4.5 of docs/method.md)."""
