"""What moves customers' answers about the whole: importance out of surveys (1.7)."""
