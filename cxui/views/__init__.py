"""Charts, tables and sentences as values; they know no Streamlit."""
