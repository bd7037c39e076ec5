"""What a seat sees of a journey: a table of plain values, made once per change."""
