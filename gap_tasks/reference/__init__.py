"""Small transformers whose gap is known, because they were trained here on text that was made here."""
